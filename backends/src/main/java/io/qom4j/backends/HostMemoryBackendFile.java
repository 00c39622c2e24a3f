// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.property.Settable;
import io.qom4j.exec.ram.QemuRamFlags;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;

/**
 * A backend whose memory is a file, perhaps on persistent memory.
 *
 * <p>{@code pmem=on} says that the file is persistent memory. It can be set until the memory is allocated; allocation then
 * hands {@link QemuRamFlags#QEMU_RAM_PMEM} down, the block carries {@link RamFlags#RAM_PMEM}, and
 * {@link RamBlock#isPmem()} tells everybody who writes to the memory to make the writes durable. With {@code share=on} a
 * synchronous mapping is tried; what the host could give is in {@link RamBlock#persistence()}. QEMU: backends/hostmem-file.c.
 */
public final class HostMemoryBackendFile extends HostMemoryBackend {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-backend-file";

    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, HostMemoryBackendFile.class)
            .parent(HostMemoryBackend.TYPE_NAME)
            .factory(HostMemoryBackendFile::new)
            .description("Memory that is a file")
            .classInit(HostMemoryBackendFile::classInit)
            .build();

    private long align;
    private boolean discardsData;
    private String memPath = "";
    private boolean isPmem;
    private boolean isReadOnly;

    private HostMemoryBackendFile() {}

    private static void classInit(ObjectClass oc) {
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
    }

    /** Returns the alignment of the mapping's address in bytes; 0 for the page size. */
    public long align() {
        return align;
    }

    /** Sets the alignment of the mapping's address in bytes: a power of two and a multiple of the page size, or 0. */
    public void setAlign(long bytes) {
        align = bytes;
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

    @Override
    protected RamBlock allocate(RamList list, RamRequest request) {
        QemuRamFlags wishes = QemuRamFlags.of(isShared(), isPmem);
        RamFlags flags = wishes.toRamFlags()
                .with(isReserved() ? 0 : RamFlags.RAM_NORESERVE)
                .with(isReadOnly ? RamFlags.RAM_READONLY | RamFlags.RAM_READONLY_FD : 0);
        return list.allocator().allocateFromFile(request.withFlags(flags).withAlign(align), memPath, 0);
    }

    /** Drops the file's contents if that was asked for. QEMU: backends/hostmem-file.c, file_backend_unparent. */
    @Override
    protected void onUnparent() {
        RamBlock allocated = block();
        if (discardsData && allocated != null) {
            discard(allocated);
        }
    }
}
