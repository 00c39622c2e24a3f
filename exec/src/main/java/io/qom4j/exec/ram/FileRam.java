// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.FileStatus;
import io.qom4j.exec.host.FileSystemStatus;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.HostMapping;
import io.qom4j.exec.host.MapRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The making of a block's memory from an open file: checks in QEMU's order, growing an empty file, mapping.
 *
 * <p>Confined to one allocation. QEMU: system/physmem.c, qemu_ram_alloc_from_fd and file_ram_alloc.
 */
final class FileRam {
    private final Host host;
    private final RamList list;
    private final RamRequest request;
    private final RamFlags flags;
    private final BackingFile file;
    private final long fileOffset;
    private final boolean grows;
    private final MappingBudget budget;
    private final long usedLength;
    private final long maxLength;

    FileRam(RamList list, RamRequest request, RamFlags flags, BackingFile file, long fileOffset, boolean grows) {
        this.host = list.host();
        this.list = list;
        this.request = request;
        this.flags = flags;
        this.file = file;
        this.fileOffset = fileOffset;
        this.grows = grows;
        this.budget = list.allocator().budget();
        long page = list.allocator().anonymousPageSize();
        // 0 if rounding overflows; the check against the page size below refuses that, with QEMU's text.
        this.usedLength = PageRounding.up(request.size(), page);
        this.maxLength = PageRounding.up(request.maxSize(), page);
    }

    long usedLength() {
        return usedLength;
    }

    long maxLength() {
        return maxLength;
    }

    /** Maps the file; if this throws, nothing is mapped, and closing the {@link BackingFile} undoes the rest. */
    BlockMemory map() {
        FileStatus status = host.fstat(file.fd());
        FileSystemStatus fileSystem = host.fstatfs(file.fd());
        BackingSize backing = new BackingSize(host, file.fd(), status);
        long fileSize = backing.size();
        checkFileSize(fileSize);
        checkDeviceAlignment(backing.alignment());
        long pageSize = fileSystem.isHugetlbfs() ? fileSystem.blockSize() : host.pageSize();
        long align = checkAlignment(pageSize);
        if (fileOffset % pageSize != 0) {
            throw new RamException(
                    String.format("offset 0x%x must be multiples of page size 0x%x", fileOffset, pageSize));
        }
        if (Long.compareUnsigned(maxLength, pageSize) < 0) {
            throw new RamException(
                    String.format(
                            "memory size 0x%x must be equal to or larger than page size 0x%x", maxLength, pageSize),
                    "the size that was asked for is 0x" + Long.toHexString(request.maxSize()));
        }
        long length = PageRounding.up(maxLength, pageSize);
        if (flags.has(RamFlags.RAM_NORESERVE)
                && !flags.has(RamFlags.RAM_SHARED)
                && !flags.has(RamFlags.RAM_READONLY)
                && pageSize == host.pageSize()) {
            SwapReservation.requireSkippable(host, "unable to map backing store for guest RAM: ");
        }
        boolean isTooShort = grows && fileSize > 0 && Long.compareUnsigned(fileSize, fileOffset + maxLength) < 0;
        HostException notExtended = fileSize == 0 || isTooShort ? extend(fileOffset + length, fileSize, status) : null;
        HostMapping mapping = map(length, align, fileSystem, status);
        if (notExtended != null) {
            mapping.close();
            throw new RamException(
                    "backing store " + name() + " cannot be extended to 0x" + Long.toHexString(fileOffset + length)
                            + " bytes for guest RAM: " + notExtended.errorText(),
                    List.of(
                            "an empty file is made as long as the block; it must be writable and its file system must have room"),
                    notExtended);
        }
        PersistenceStatus persistence = persistence(mapping, fileSystem, status);
        return new BlockMemory(
                mapping, null, pageSize, align, file.fd(), fileOffset, persistence, status, file.effect());
    }

    private void checkFileSize(long fileSize) {
        long needed = fileOffset + maxLength;
        boolean wrapped = Long.compareUnsigned(needed, maxLength) < 0;
        if (fileSize <= 0 || (grows && !wrapped) || (!wrapped && Long.compareUnsigned(fileSize, needed) >= 0)) {
            return;
        }
        String hint = name() + " has " + fileSize + " bytes, the block needs " + Long.toUnsignedString(needed)
                + "; only an empty file is made longer";
        if (list.allocator().rules(request) == FileRules.RELEASE_7_2 && fileOffset == 0) {
            throw new RamException(
                    String.format("backing store size 0x%x does not match 'size' option 0x%x", fileSize, maxLength),
                    hint);
        }
        throw new RamException(
                String.format(
                        "%s backing store size 0x%x is too small for 'size' option 0x%x plus 'offset' option 0x%x",
                        request.owner().name(), fileSize, maxLength, fileOffset),
                hint);
    }

    private void checkDeviceAlignment(long deviceAlign) {
        if (deviceAlign > 0 && Long.compareUnsigned(deviceAlign, request.align()) > 0) {
            throw new RamException(
                    String.format(
                            "backing store align 0x%x is larger than 'align' option 0x%x",
                            deviceAlign, request.align()),
                    "set align=" + deviceAlign);
        }
    }

    /** Returns the alignment of the address. */
    private long checkAlignment(long pageSize) {
        long align = request.align();
        if (Long.remainderUnsigned(align, pageSize) != 0) {
            throw new RamException(
                    String.format("alignment 0x%x must be multiples of page size 0x%x", align, pageSize));
        }
        if (align != 0 && Long.bitCount(align) != 1) {
            throw new RamException(String.format("alignment 0x%x must be a power of two", align));
        }
        return align == 0 ? pageSize : align;
    }

    /**
     * Makes a file longer, and returns why that failed, or null.
     *
     * <p>A failure counts only if mapping then succeeds: what cannot be mapped either is refused with the text of the mapping, as
     * in QEMU. Devices have no length, and work without (/dev/zero).
     */
    private @Nullable HostException extend(long length, long oldLength, FileStatus status) {
        try {
            file.extend(length, oldLength);
            return null;
        } catch (HostException refusal) {
            if (status.isRegular()) {
                return refusal;
            }
            list.options().warnings().accept(refusal.getMessage());
            return null;
        }
    }

    /** Returns what the mapping is good for, and takes it away if that cannot be found out. */
    private PersistenceStatus persistence(HostMapping mapping, FileSystemStatus fileSystem, FileStatus status) {
        try {
            return new PersistenceReport(list, flags, fileSystem, status, name()).of(mapping);
        } catch (RuntimeException | Error e) {
            mapping.close();
            throw e;
        }
    }

    private HostMapping map(long length, long align, FileSystemStatus fileSystem, FileStatus status) {
        if (align < 0) {
            // 2^63 is a power of two, and no address but 0 is a multiple of it.
            throw unmappable(new HostException("mmap", Errno.ENOMEM), List.of());
        }
        MapRequest map = MapRequest.file(file.fd(), length)
                .withAlignment(align)
                .withFileOffset(fileOffset)
                .withFilePageSize(fileSystem.isHugetlbfs() ? fileSystem.blockSize() : host.pageSize())
                .withShared(flags.has(RamFlags.RAM_SHARED))
                .withReadOnly(flags.has(RamFlags.RAM_READONLY))
                .withSync(flags.has(RamFlags.RAM_SHARED) && flags.has(RamFlags.RAM_PMEM))
                .withNoReserve(flags.has(RamFlags.RAM_NORESERVE));
        try {
            budget.spend();
            return HostMapping.map(host, map);
        } catch (HostException refusal) {
            throw unmappable(refusal, hints(refusal, fileSystem, status));
        }
    }

    private List<String> hints(HostException refusal, FileSystemStatus fileSystem, FileStatus status) {
        if (!status.isRegular()) {
            return List.of(name() + " is not a regular file but " + status.kind());
        }
        if (fileSystem.isHugetlbfs() && refusal.errno() == Errno.ENOMEM) {
            return List.of(
                    "the host has too few free huge pages of " + (fileSystem.blockSize() >> 10) + " KiB for 0x"
                            + Long.toHexString(maxLength) + " bytes",
                    "see, and set, nr_hugepages in /sys/kernel/mm/hugepages/hugepages-" + (fileSystem.blockSize() >> 10)
                            + "kB");
        }
        return List.of();
    }

    private RamException unmappable(HostException refusal, List<String> hints) {
        return new RamException(
                "unable to map backing store for guest RAM: " + refusal.errorText() + budget.reasonOf(refusal),
                hints,
                refusal);
    }

    private String name() {
        return file.path().isEmpty() ? "of '" + request.owner().name() + "'" : file.path();
    }
}
