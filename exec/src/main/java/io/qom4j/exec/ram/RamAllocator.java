// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.ram.RamFlags.RAM_GUEST_MEMFD;
import static io.qom4j.exec.ram.RamFlags.RAM_NAMED_FILE;
import static io.qom4j.exec.ram.RamFlags.RAM_NORESERVE;
import static io.qom4j.exec.ram.RamFlags.RAM_PMEM;
import static io.qom4j.exec.ram.RamFlags.RAM_PREALLOC;
import static io.qom4j.exec.ram.RamFlags.RAM_PRIVATE;
import static io.qom4j.exec.ram.RamFlags.RAM_PROTECTED;
import static io.qom4j.exec.ram.RamFlags.RAM_READONLY;
import static io.qom4j.exec.ram.RamFlags.RAM_READONLY_FD;
import static io.qom4j.exec.ram.RamFlags.RAM_RESIZEABLE;
import static io.qom4j.exec.ram.RamFlags.RAM_SHARED;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.HostMapping;
import io.qom4j.exec.host.MapRequest;
import io.qom4j.exec.host.MemfdFlags;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways to make RAM blocks. Each is all or nothing: if it throws, no block is in the list, nothing is mapped, no descriptor is
 * open, and no file is there or longer that was not before.
 *
 * <p>Flags that an entry point does not allow are an {@link IllegalArgumentException}; what the user or the host got wrong is a
 * {@link RamException} whose text is QEMU's.
 *
 * <p>Thread-safe. QEMU: system/physmem.c, qemu_ram_alloc and its neighbours.
 */
public final class RamAllocator {
    private static final int ANONYMOUS = RAM_SHARED | RAM_NORESERVE | RAM_GUEST_MEMFD | RAM_PRIVATE | RAM_RESIZEABLE;
    private static final int FROM_MEMORY = RAM_PREALLOC | RAM_RESIZEABLE;
    private static final int FROM_FD = RAM_SHARED
            | RAM_PMEM
            | RAM_NORESERVE
            | RAM_PROTECTED
            | RAM_NAMED_FILE
            | RAM_READONLY
            | RAM_READONLY_FD
            | RAM_GUEST_MEMFD
            | RAM_PRIVATE
            | RAM_RESIZEABLE;

    private final RamList list;
    private final Host host;
    private final MappingBudget budget;

    RamAllocator(RamList list) {
        this.list = list;
        this.host = list.host();
        this.budget = new MappingBudget(host);
    }

    MappingBudget budget() {
        return budget;
    }

    /** Returns what sizes of anonymous blocks are rounded up to: the larger one of host page and target page. */
    long anonymousPageSize() {
        return Math.max(host.pageSize(), 1L << list.options().targetPageBits());
    }

    /**
     * Makes a block of zeroed memory without a file.
     *
     * <p>Allowed flags: SHARED, PRIVATE, NORESERVE, RESIZEABLE. {@link RamListOptions#shared} says what shared memory is made of.
     * QEMU: qemu_ram_alloc and qemu_ram_alloc_resizeable.
     *
     * @throws RamException {@code cannot set up guest memory 'NAME': …}
     */
    public RamBlock allocate(RamRequest request) {
        RamFlags flags = allowed(request, ANONYMOUS);
        refuseGuestMemfd(request);
        SharedAnonymous shared = list.options().shared();
        if (shared == SharedAnonymous.MEMORY_FILE_FOR_ALL && !request.flags().has(RAM_PRIVATE)) {
            flags = flags.with(RAM_SHARED);
        }
        if (shared != SharedAnonymous.MAPPING && flags.has(RAM_SHARED)) {
            RamBlock block = inMemoryFile(request, flags);
            if (block != null) {
                return block;
            }
        }
        return anonymous(request, flags);
    }

    /**
     * Makes a block of zeroed memory, or of memory that the caller supplies.
     *
     * <p>Allowed flags: those of {@link #allocate} and {@link #allocateFrom}. QEMU: qemu_ram_alloc_internal.
     *
     * @param memory given if, and only if, {@link RamFlags#RAM_PREALLOC} is set
     * @throws IllegalArgumentException if only one of both is there
     */
    public RamBlock allocate(RamRequest request, @Nullable MemorySegment memory) {
        if (request.flags().has(RAM_PREALLOC) != (memory != null)) {
            throw new IllegalArgumentException("RAM_PREALLOC is " + (memory == null ? "set and no" : "clear and")
                    + " memory is given; it stands for memory of the caller's");
        }
        return memory == null ? allocate(request) : allocateFrom(request, memory);
    }

    /** Returns a block in a file without a name, or null if that is not to be had: then a mapping shows whether it is, or why not. */
    private @Nullable RamBlock inMemoryFile(RamRequest request, RamFlags flags) {
        RamRequest aligned = request.withAlign(MapRequest.HUGE_PAGE_ALIGNMENT);
        try (BackingFile file =
                BackingFile.opened(host, host.memfdCreate(request.owner().name(), MemfdFlags.MFD_CLOEXEC), "", false)) {
            return mapped(aligned, flags, file, 0, false);
        } catch (HostException | RamException refusal) {
            return null;
        }
    }

    private RamBlock anonymous(RamRequest request, RamFlags flags) {
        long page = anonymousPageSize();
        long used = rounded(request, request.size(), page);
        long max = rounded(request, request.maxSize(), page);
        boolean noReserve = flags.has(RAM_NORESERVE);
        if (noReserve) {
            SwapReservation.requireSkippable(
                    host, "cannot set up guest memory '" + request.owner().name() + "': ");
        }
        MapRequest map =
                MapRequest.anonymous(max).withShared(flags.has(RAM_SHARED)).withNoReserve(noReserve);
        return list.add(request, flags, used, max, () -> anonymous(request, map));
    }

    private BlockMemory anonymous(RamRequest request, MapRequest map) {
        HostMapping mapping;
        try {
            budget.spend();
            mapping = HostMapping.map(host, map);
        } catch (HostException refusal) {
            throw refused(request, refusal);
        }
        return new BlockMemory(
                mapping,
                null,
                host.pageSize(),
                map.alignment(),
                -1,
                0,
                new PersistenceStatus.NotPersistent("the block is anonymous memory"),
                null,
                FileEffect.NONE);
    }

    /**
     * Makes a block of memory that the caller supplies and keeps: it is never unmapped here, and must live longer than the block.
     *
     * <p>{@link RamFlags#RAM_PREALLOC} is set. QEMU: qemu_ram_alloc_from_ptr.
     *
     * @param memory native memory, at least as long as the request's maximum
     */
    public RamBlock allocateFrom(RamRequest request, MemorySegment memory) {
        RamFlags flags = allowed(request, FROM_MEMORY).with(RAM_PREALLOC);
        long page = anonymousPageSize();
        long used = rounded(request, request.size(), page);
        long max = rounded(request, request.maxSize(), page);
        if (!memory.isNative()) {
            throw new IllegalArgumentException("memory is on the Java heap; a RAM block needs native memory");
        }
        if (memory.byteSize() < max) {
            throw new IllegalArgumentException(
                    "memory has " + memory.byteSize() + " bytes; the block needs " + Long.toUnsignedString(max));
        }
        BlockMemory supplied = new BlockMemory(
                null,
                memory,
                host.pageSize(),
                1,
                -1,
                0,
                new PersistenceStatus.NotPersistent("the memory was supplied by the caller"),
                null,
                FileEffect.NONE);
        return list.add(request, flags, used, max, () -> supplied);
    }

    /**
     * Makes a block from an open file.
     *
     * <p>If this succeeds, the descriptor belongs to the block, which closes it; if not, it stays the caller's, and the file has
     * its old length. An empty regular file is made as long as the block. Allowed flags: SHARED, PRIVATE, PMEM, NORESERVE,
     * PROTECTED, NAMED_FILE, READONLY, READONLY_FD, RESIZEABLE. QEMU: qemu_ram_alloc_from_fd.
     *
     * @param fileOffset where in the file the block starts, in bytes
     * @throws RamException if file, size, alignment or offset do not fit together, or the host refuses
     */
    public RamBlock allocateFromFd(RamRequest request, int fd, long fileOffset) {
        return allocateFromFd(request, fd, fileOffset, false);
    }

    /**
     * Makes a block from an open file, which may be made longer for it; see {@link #allocateFromFd(RamRequest, int, long)}.
     *
     * @param grow whether a file that is too short, but not empty, is made long enough instead of refused
     */
    public RamBlock allocateFromFd(RamRequest request, int fd, long fileOffset, boolean grow) {
        RamFlags flags = allowed(request, FROM_FD);
        refuseGuestMemfd(request);
        try (BackingFile file = BackingFile.adopt(host, fd)) {
            return mapped(request, flags, file, fileOffset, grow);
        }
    }

    /**
     * Makes a block from a file, which is created if it is absent, and made as long as the block if it is empty.
     *
     * <p>A directory as {@code path} means a file without a name in it. Flags as for {@link #allocateFromFd}; with
     * {@link RamFlags#RAM_READONLY_FD} the file is opened for reading only. {@link RamFlags#RAM_NAMED_FILE} is set. QEMU:
     * qemu_ram_alloc_from_file.
     *
     * @param path the file's name
     * @param fileOffset where in the file the block starts, in bytes
     * @throws RamException {@code can't open backing store PATH for guest RAM: …}, or as {@link #allocateFromFd}
     */
    public RamBlock allocateFromFile(RamRequest request, String path, long fileOffset) {
        RamFlags flags = allowed(request, FROM_FD).with(RAM_NAMED_FILE);
        refuseGuestMemfd(request);
        BackingFileOpener opener = new BackingFileOpener(host, rules(request));
        try (BackingFile file = opener.open(path, request.owner().name(), flags.has(RAM_READONLY_FD))) {
            return mapped(request, flags, file, fileOffset, false);
        }
    }

    /** Returns the rules for the request's file. */
    FileRules rules(RamRequest request) {
        FileRules own = request.fileRules();
        return own != null ? own : list.options().fileRules();
    }

    private RamBlock mapped(RamRequest request, RamFlags flags, BackingFile file, long fileOffset, boolean grow) {
        FileRam ram = new FileRam(list, request, flags, file, fileOffset, grow);
        BlockMemory memory = ram.map();
        try {
            RamBlock block = list.add(request, flags, ram.usedLength(), ram.maxLength(), () -> memory);
            file.handOver();
            return block;
        } catch (RuntimeException | Error refusal) {
            HostMapping mapping = memory.mapping();
            if (mapping != null) {
                mapping.close();
            }
            throw refusal;
        }
    }

    private static RamFlags allowed(RamRequest request, int mask) {
        RamFlags flags = request.flags();
        if ((flags.bits() & ~mask) != 0) {
            throw new IllegalArgumentException(
                    "RAM flags '" + flags.without(mask).words() + "' are not allowed here; allowed are '"
                            + RamFlags.of(mask & ~RAM_PRIVATE).words() + " private'");
        }
        return flags.without(RAM_PRIVATE);
    }

    private static void refuseGuestMemfd(RamRequest request) {
        if (request.flags().has(RAM_GUEST_MEMFD)) {
            throw new RamException(
                    "cannot set up private guest memory for " + request.owner().name() + ": KVM required");
        }
    }

    private static long rounded(RamRequest request, long size, long page) {
        long rounded = PageRounding.up(size, page);
        if (rounded == 0) {
            throw new RamException(
                    "cannot set up guest memory '" + request.owner().name() + "': size 0x" + Long.toHexString(size)
                            + (size == 0 ? " has no page" : " cannot be rounded up to pages"),
                    "the size must be between 1 and 2^64 - " + page);
        }
        return rounded;
    }

    private RamException refused(RamRequest request, HostException refusal) {
        return new RamException(
                "cannot set up guest memory '" + request.owner().name() + "': " + refusal.errorText()
                        + budget.reasonOf(refusal),
                List.of(
                        "0x" + Long.toHexString(request.maxSize()) + " bytes were asked for",
                        "memory, address space and the number of mappings (vm.max_map_count) have limits"),
                refusal);
    }
}
