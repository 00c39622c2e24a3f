// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.property.Settable;
import io.qom4j.core.text.Warning;
import io.qom4j.exec.host.FileStatus;
import io.qom4j.exec.ram.QemuRamFlags;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backend whose memory is a file, perhaps on persistent memory.
 *
 * <p>{@code pmem=on} says that the file is persistent memory. It can be set until the memory is allocated; allocation then
 * hands {@link QemuRamFlags#QEMU_RAM_PMEM} down, the block carries {@link RamFlags#RAM_PMEM}, and
 * {@link RamBlock#isPmem()} tells everybody who writes to the memory to make the writes durable. With {@code share=on} a
 * synchronous mapping is tried; what the host could give is in {@link RamBlock#persistence()}.
 *
 * <p>As thread-safe as its parent: changed under the runtime's writer lock. QEMU: backends/hostmem-file.c.
 */
public final class HostMemoryBackendFile extends HostMemoryBackend {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-backend-file";

    private long align;
    private boolean discardsData;
    private String memPath = "";
    private boolean isPmem;
    private boolean isReadOnly;
    private long offset;
    private OnOffAuto rom = OnOffAuto.AUTO;
    private Persistence persistence = Persistence.OPTIONAL;
    private @Nullable FileClaim claim;

    private HostMemoryBackendFile() {}

    /** Returns the type as a release has it. */
    static TypeInfo typeInfo(QemuRelease release) {
        return TypeInfo.of(TYPE_NAME, HostMemoryBackendFile.class)
                .parent(HostMemoryBackend.TYPE_NAME)
                .factory(HostMemoryBackendFile::new)
                .description("Memory that is a file")
                .classInit(oc -> {
                    declare(oc);
                    if (release.isAtLeast(QemuRelease.V10_0)) {
                        declareNewer(oc);
                    }
                })
                .instanceFinalize(HostMemoryBackendFile::giveUpClaim)
                .build();
    }

    private static void declare(ObjectClass oc) {
        Settable early = untilAllocated("cannot change property '{property}' of {type}");
        Settable earlyWithFullStop = untilAllocated("cannot change property '{property}' of {type}.");
        oc.addSize("align", HostMemoryBackendFile::align, HostMemoryBackendFile::setAlign)
                .documentation(
                        "What the mapping's address is a multiple of: a power of two and a multiple of the page size; 0 for the page size.")
                .unit("bytes")
                .settable(early.checkedFirst())
                .defaultValue(0)
                .unadvertised();
        oc.addBool("discard-data", HostMemoryBackendFile::discardsData, HostMemoryBackendFile::setDiscardsData)
                .documentation(
                        "Whether the file's contents are thrown away when the backend is deleted; only with share=on.")
                .defaultValue(false)
                .unadvertised();
        oc.addString("mem-path", HostMemoryBackendFile::memPath, HostMemoryBackendFile::setMemPath)
                .documentation(
                        "The file. It is created if it is absent and made as long as size if it is empty; in a directory, a file without a name is made.")
                .required()
                .settable(early);
        oc.addBool("pmem", HostMemoryBackendFile::isPmem, HostMemoryBackendFile::setPmem)
                .documentation(
                        "Whether the file lies on persistent memory, so that what this program writes to it is made durable; with share=on a synchronous mapping is tried.")
                .settable(earlyWithFullStop)
                .defaultValue(false)
                .unadvertised();
        oc.addBool("readonly", HostMemoryBackendFile::isReadOnly, HostMemoryBackendFile::setReadOnly)
                .documentation("Whether the file is opened and mapped for reading only.")
                .settable(earlyWithFullStop)
                .defaultValue(false)
                .unadvertised();
        oc.addEnum(
                        "persistence",
                        "Persistence",
                        Persistence.class,
                        HostMemoryBackendFile::requestedPersistence,
                        HostMemoryBackendFile::setRequestedPersistence)
                .documentation(
                        "Whether a backend with pmem=on is refused (required) where the host cannot make the guest's flushed stores durable, or made with a warning (optional).")
                .settable(early)
                .defaultValue(Persistence.OPTIONAL)
                .extension();
    }

    /** Declares what QEMU 7.2 does not have: {@code offset} came with 8.1, {@code rom} with 8.2. */
    private static void declareNewer(ObjectClass oc) {
        oc.addSize("offset", HostMemoryBackendFile::offset, HostMemoryBackendFile::setOffset)
                .typeName("int")
                .description("Offset into the target file (ex: 1G)")
                .documentation("Where in the file the memory begins: a multiple of the page size.")
                .unit("bytes")
                .settable(untilAllocated("cannot change property '{property}' of {type}")
                        .checkedFirst())
                .defaultValue(0)
                .unadvertised();
        oc.addEnum("rom", "OnOffAuto", OnOffAuto.class, HostMemoryBackendFile::rom, HostMemoryBackendFile::setRom)
                .documentation(
                        "Whether the guest sees a ROM; auto: as readonly. off with readonly=on and share=off: the file is only read, and the guest has private copies of pages that it writes to.")
                .settable(untilAllocated("cannot change property '{property}' of {type}."))
                .defaultValue(OnOffAuto.AUTO)
                .unadvertised();
    }

    /** Returns the alignment of the mapping's address in bytes; 0 for the page size. */
    public long align() {
        return align;
    }

    /** Sets the alignment of the mapping's address in bytes: a power of two and a multiple of the page size, or 0. */
    public void setAlign(long bytes) {
        align = bytes;
    }

    @Override
    public boolean isDeletionFinal() {
        return discardsData;
    }

    /** Tells whether the file's contents are dropped when the backend is deleted. */
    public boolean discardsData() {
        return discardsData;
    }

    /** Says whether the file's contents are dropped when the backend is deleted. */
    public void setDiscardsData(boolean discards) {
        discardsData = discards;
    }

    /** Returns the file's name. */
    public String memPath() {
        return memPath;
    }

    /** Sets the file's name. */
    public void setMemPath(String path) {
        memPath = path;
    }

    /** Tells whether the file was declared to be persistent memory. */
    public boolean isPmem() {
        return isPmem;
    }

    /** Declares whether the file is persistent memory. */
    public void setPmem(boolean pmem) {
        isPmem = pmem;
    }

    /** Tells whether the file is opened and mapped for reading only. */
    public boolean isReadOnly() {
        return isReadOnly;
    }

    /** Says whether the file is opened and mapped for reading only. */
    public void setReadOnly(boolean readOnly) {
        isReadOnly = readOnly;
    }

    /** Returns where in the file the memory begins, in bytes. */
    public long offset() {
        return offset;
    }

    /** Says where in the file the memory begins, in bytes: a multiple of the page size. */
    public void setOffset(long bytes) {
        offset = bytes;
    }

    /** Returns whether the guest is to see a ROM. */
    public OnOffAuto rom() {
        return rom;
    }

    /** Says whether the guest is to see a ROM. */
    public void setRom(OnOffAuto choice) {
        rom = choice;
    }

    /** Returns what becomes of the backend if the host cannot keep the promise of {@code pmem=on}. */
    public Persistence requestedPersistence() {
        return persistence;
    }

    /** Says what becomes of the backend if the host cannot keep the promise of {@code pmem=on}. */
    public void setRequestedPersistence(Persistence wanted) {
        persistence = wanted;
    }

    @Override
    boolean needsWholePages() {
        return true;
    }

    @Override
    protected RamBlock allocate(RamList list, RamRequest request) {
        checkRom();
        QemuRamFlags wishes = QemuRamFlags.of(isShared(), isPmem);
        boolean mapsReadOnly = rom == OnOffAuto.ON || (rom == OnOffAuto.AUTO && isReadOnly);
        RamFlags flags = wishes.toRamFlags()
                .with(isReserved() ? 0 : RamFlags.RAM_NORESERVE)
                .with(isReadOnly ? RamFlags.RAM_READONLY_FD : 0)
                .with(mapsReadOnly ? RamFlags.RAM_READONLY : 0);
        RamBlock block =
                list.allocator().allocateFromFile(request.withFlags(flags).withAlign(align), memPath, offset);
        try {
            requirePersistence(block);
            claim(block);
        } catch (RuntimeException | Error e) {
            list.rollBack(block);
            throw e;
        }
        return block;
    }

    /** Refuses combinations that contradict themselves. QEMU: backends/hostmem-file.c, file_backend_memory_alloc. */
    private void checkRom() {
        if (rom == OnOffAuto.ON && !isReadOnly) {
            throw new ObjectException("property 'rom' = 'on' is not supported with 'readonly' = 'off'");
        }
        if (rom == OnOffAuto.OFF && isReadOnly && isShared()) {
            throw new ObjectException(
                    "property 'rom' = 'off' is incompatible with 'readonly' = 'on' and 'share' = 'on'");
        }
    }

    private void requirePersistence(RamBlock block) {
        if (persistence == Persistence.REQUIRED
                && isPmem
                && !block.persistence().isGuaranteed()) {
            throw new ObjectException(
                    ErrorClass.GENERIC_ERROR,
                    "'persistence=required' cannot be met by " + memPath + ": "
                            + block.persistence().reason(),
                    List.of(
                            "pmem=on promises the guest that flushed stores are durable: that takes share=on, and a file on a"
                                    + " file system mounted with DAX on persistent memory, or a device-DAX node",
                            "with persistence=optional the backend is made without that promise"),
                    null);
        }
    }

    /** Warns if another backend of this runtime writes to the same bytes of the file. */
    private void claim(RamBlock block) {
        FileStatus file = block.file();
        if (file == null || !file.isRegular() || !block.isShared() || block.isReadOnly()) {
            return;
        }
        SharedFiles files = qom().service(SharedFiles.class);
        HostMemoryBackendFile other = files.add(this, file, block.fdOffset(), block.maxLength());
        claim = new FileClaim(files, file);
        if (other != null) {
            qom().warn(new Warning(
                    "memory backends '" + other.name() + "' and '" + name() + "' both map " + memPath
                            + " so that they write to it",
                    List.of("stores of one appear in the other: is that meant?")));
        }
    }

    private void giveUpClaim() {
        FileClaim held = claim;
        if (held != null) {
            held.files().remove(this, held.file());
        }
    }

    /** What was recorded about this backend's file, to be taken back. */
    private record FileClaim(SharedFiles files, FileStatus file) {}

    /** Drops the file's contents if that was asked for. QEMU: backends/hostmem-file.c, file_backend_unparent. */
    @Override
    protected void onUnparent() {
        RamBlock allocated = block();
        if (discardsData && allocated != null) {
            discard(allocated);
        }
    }
}
