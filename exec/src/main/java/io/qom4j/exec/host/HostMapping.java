// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A piece of mapped host memory, followed by one guard page that nobody can touch.
 *
 * <p><strong>Life.</strong> {@link #map} reserves addresses, maps the memory at the first aligned one and gives back the rest
 * but for the guard page; if anything fails, nothing stays mapped. {@link #close()} ends the segment's life first and
 * unmaps second: a thread that comes later gets {@link IllegalStateException}, one that is inside an access or a system
 * call keeps the mapping until it is out. The file's descriptor is the caller's throughout.
 *
 * <p><strong>The price of closing.</strong> Before a segment that any thread may use is closed, the JVM asks each thread whether it is just
 * inside an access: some 10 microseconds, twice what all system calls of a mapping's life cost together. So the segment is made when
 * somebody first asks for it. Nobody can be inside a segment that was never handed out; a mapping that nobody has looked into is
 * unmapped without asking.
 *
 * <p><strong>Threading.</strong> Thread-safe; the segment may be used by any thread.
 *
 * <p>QEMU: util/mmap-alloc.c, qemu_ram_mmap and qemu_ram_munmap.
 */
public final class HostMapping implements AutoCloseable {
    private static final int SPINS = 1000;
    private static final long PAUSE_NANOS = 50_000;

    private final Host host;
    private final MapRequest request;
    private final long address;
    private final long guardSize;
    private final boolean synchronous;
    private final @Nullable HostException syncFailure;
    private volatile boolean isOpen = true;
    private volatile @Nullable MemorySegment segment;

    /** The segment's life; null as long as nobody has asked for the segment. Guarded by this object's lock. */
    private @Nullable Arena life;

    private HostMapping(Host host, MapRequest request, long address, @Nullable HostException syncFailure) {
        this.host = host;
        this.request = request;
        this.address = address;
        this.guardSize = host.pageSize();
        this.synchronous = request.sync() && syncFailure == null;
        this.syncFailure = syncFailure;
    }

    /**
     * Maps memory.
     *
     * @throws HostException if the host refuses; nothing stays mapped then
     * @throws IllegalArgumentException if the size is not a multiple of the host's page size
     */
    public static HostMapping map(Host host, MapRequest request) {
        long page = host.pageSize();
        if (request.size() % page != 0) {
            throw new IllegalArgumentException(
                    "size is " + request.size() + "; it must be a multiple of the page size " + page);
        }
        long alignment = Math.max(request.alignment(), page);
        long reserved = request.size() + alignment;
        if (request.size() < 0 || reserved < 0) {
            // No address space is that large; the sum may even have wrapped round.
            throw new HostException("mmap", Errno.ENOMEM);
        }
        HostException syncFailure = request.sync() ? probe(host, request, true) : null;
        if (!request.sync() && request.filePageSize() > page) {
            HostException refusal = probe(host, request, false);
            if (refusal != null) {
                throw refusal;
            }
        }
        long base =
                host.mmap(0, reserved, MapProtection.PROT_NONE, MapFlags.MAP_PRIVATE | MapFlags.MAP_ANONYMOUS, -1, 0);
        try {
            long address = (base + alignment - 1) & -alignment;
            int flags = request.flags(request.sync() && syncFailure == null) | MapFlags.MAP_FIXED;
            host.mmap(address, request.size(), request.protection(), flags, request.fd(), request.fileOffset());
            if (address > base) {
                host.munmap(base, address - base);
            }
            long tail = address + request.size() + page;
            if (base + reserved > tail) {
                host.munmap(tail, base + reserved - tail);
            }
            return new HostMapping(host, request, address, syncFailure);
        } catch (RuntimeException | Error refusal) {
            undo(host, base, reserved, refusal);
            throw refusal;
        }
    }

    /**
     * Tries the mapping at an address that the kernel chooses, and takes it away again.
     *
     * <p>A file system's own refusal (no DAX, no free huge page) can come after the kernel has removed what was mapped at a
     * fixed address. Another thread might then be given those addresses, and undoing our reservation would unmap its
     * memory. So requests that are likely to be refused are tried where nothing can be lost.
     */
    private static @Nullable HostException probe(Host host, MapRequest request, boolean synchronous) {
        long address;
        try {
            address = host.mmap(
                    0,
                    request.size(),
                    request.protection(),
                    request.flags(synchronous),
                    request.fd(),
                    request.fileOffset());
        } catch (HostException refusal) {
            return refusal;
        }
        host.munmap(address, request.size());
        return null;
    }

    private static void undo(Host host, long base, long reserved, Throwable reason) {
        try {
            host.munmap(base, reserved);
        } catch (HostException second) {
            reason.addSuppressed(second);
        }
    }

    // JUSTIFICATION: memory that mmap made has no segment yet.
    // SAFETY: address and size are what mmap granted; the arena's life ends before munmap (see tryClose), or has ended.
    @SuppressWarnings("restricted")
    private MemorySegment attach(Arena arena) {
        return MemorySegment.ofAddress(address).reinterpret(request.size(), arena, null);
    }

    // JUSTIFICATION: the kernel is told about memory whose segment nobody needs yet.
    // SAFETY: the caller holds this object's lock and has seen that the mapping is open, so that tryClose cannot unmap
    // it before the
    // call that this segment is for is over; the segment goes nowhere else.
    @SuppressWarnings("restricted")
    private MemorySegment forOneCall() {
        return MemorySegment.ofAddress(address).reinterpret(request.size());
    }

    /**
     * Returns the memory, the same segment each time; read-only if the request was. If {@link #mayFault}, use it through a
     * {@link GuardedMemory}.
     */
    public MemorySegment segment() {
        MemorySegment made = segment;
        return made != null ? made : makeSegment();
    }

    // The arena is closed by tryClose: its life is the mapping's, not a block's of code.
    @SuppressWarnings("MustBeClosedChecker")
    private synchronized MemorySegment makeSegment() {
        MemorySegment made = segment;
        if (made == null) {
            Arena arena = Arena.ofShared();
            MemorySegment whole = attach(arena);
            made = request.readOnly() ? whole.asReadOnly() : whole;
            if (isOpen) {
                life = arena;
            } else {
                arena.close();
            }
            segment = made;
        }
        return made;
    }

    /**
     * Tells the kernel about the use of all of the memory; see {@link Host#madvise}.
     *
     * <p>For advice that takes no time: closing waits for it.
     *
     * @throws HostException if the kernel refuses
     * @throws IllegalStateException if the memory is not mapped any more
     */
    public synchronized void advise(int advice) {
        if (!isOpen) {
            throw new IllegalStateException("the memory is not mapped any more, so there is nothing to advise about");
        }
        host.madvise(forOneCall(), advice);
    }

    /** Returns the address of the first byte, even after closing. */
    public long address() {
        return address;
    }

    /** Returns the size in bytes, without the guard page. */
    public long size() {
        return request.size();
    }

    /** Returns what was asked for. */
    public MapRequest request() {
        return request;
    }

    /** Returns whether the mapping is synchronous: the file's metadata is durable before a page can be written. */
    public boolean synchronous() {
        return synchronous;
    }

    /** Returns why the mapping is not synchronous although this was asked for; otherwise null. */
    public @Nullable HostException syncFailure() {
        return syncFailure;
    }

    /**
     * Returns whether touching this memory can fail after all.
     *
     * <p>That is so for a shared or private file mapping, whose file others may cut, and whose file system may be full, and
     * for huge pages that were not reserved. {@link GuardedMemory} is made for it.
     */
    public boolean mayFault() {
        return request.fd() >= 0;
    }

    /** Returns whether the memory is still mapped. */
    public boolean isOpen() {
        return isOpen;
    }

    /**
     * Unmaps the memory unless a thread is just using it.
     *
     * @return false if a thread is inside a system call on it: nothing has changed then
     * @throws HostException if the kernel refuses to unmap; the segment is closed nevertheless
     */
    public synchronized boolean tryClose() {
        if (!isOpen) {
            return true;
        }
        Arena used = life;
        if (used != null) {
            try {
                used.close();
            } catch (IllegalStateException inUse) {
                return false;
            }
        }
        isOpen = false;
        host.munmap(address, request.size() + guardSize);
        return true;
    }

    /** Unmaps the memory, and waits for threads that are just using it. Closing again does nothing. */
    @Override
    public void close() {
        for (int round = 0; !tryClose(); round++) {
            if (round < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
