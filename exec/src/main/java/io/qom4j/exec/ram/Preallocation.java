// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.host.MemoryAdvice.MADV_POPULATE_READ;
import static io.qom4j.exec.host.MemoryAdvice.MADV_POPULATE_WRITE;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.FileSystemStatus;
import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.MemoryFaultException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The making present of all pages of a block before the guest needs them, so that a lack of memory shows now and not later.
 *
 * <p>The kernel is asked to populate the pages ({@code MADV_POPULATE_WRITE}, Linux 5.14); where it cannot, each page is touched by
 * reading a byte and writing it back, so nobody else may write to the block meanwhile. Contents stay. A block that may only be read is
 * populated for reading; QEMU 7.2 dies there.
 *
 * <p>Threads take portions of 16 MiB from a common counter, so that a slow one holds nobody up. QEMU cuts the block into equal parts
 * and uses 16 threads at most; there is no such cap here.
 *
 * <p>Made for one run; {@link #cancel()} may come from any thread. QEMU: util/oslib-posix.c, qemu_prealloc_mem.
 */
public final class Preallocation {
    private static final long PORTION = 16L << 20;
    private static final long SHARE_OF_A_THREAD = 64L << 20;

    private final Host host;
    private final RamBlock block;
    private final int threads;
    private final ThreadFactory factory;
    private final boolean ownThreadsOnly;
    private final PreallocationListener listener;
    private final MemorySegment memory;
    private final AtomicLong next = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private long done;
    private volatile boolean cancelled;

    /**
     * Plans to populate a block by the current thread and ordinary ones.
     *
     * @param threads how many threads may work, from 1 up; fewer do if the block is small or the host has fewer processors
     */
    public Preallocation(Host host, RamBlock block, int threads, PreallocationListener listener) {
        this(host, block, threads, listener, null);
    }

    /**
     * Plans to populate a block.
     *
     * @param factory makes the threads, bound to processors perhaps; null for ordinary ones
     */
    public Preallocation(
            Host host, RamBlock block, int threads, PreallocationListener listener, @Nullable ThreadFactory factory) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; at least one must work");
        }
        this.host = host;
        this.block = block;
        this.listener = listener;
        this.ownThreadsOnly = factory != null;
        this.factory = factory == null
                ? Thread.ofPlatform().daemon().name("ram-prealloc-", 0).factory()
                : factory;
        this.memory = block.segment().asSlice(0, block.usedLength());
        this.threads = threadsFor(threads);
    }

    private int threadsFor(long wanted) {
        long pages = Math.max(1, memory.byteSize() / block.pageSize());
        long shares = Math.max(1, memory.byteSize() / SHARE_OF_A_THREAD);
        return (int) Math.min(Math.min(wanted, host.onlineCpus()), Math.min(pages, shares));
    }

    /** Returns the block that is populated. */
    public RamBlock block() {
        return block;
    }

    /** Returns how many bytes are to be present in the end. */
    public long total() {
        return memory.byteSize();
    }

    /** Returns how many bytes this run has made present so far. */
    public synchronized long done() {
        return done;
    }

    /** Returns how many threads will work. */
    public int threads() {
        return threads;
    }

    /** Ends the run early; pages that are present stay so. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Makes all pages present, and returns when that is done.
     *
     * @return whether all pages are present; false if {@link #cancel()} came first
     * @throws RamException {@code qemu_prealloc_mem: preallocating memory failed: …}
     */
    public boolean run() {
        if (memory.byteSize() == 0) {
            return true;
        }
        listener.started(this);
        try {
            populate();
        } finally {
            listener.ended(this);
        }
        return switch (failure.get()) {
            case null -> done() == memory.byteSize();
            case RuntimeException refusal -> throw refusal;
            case Throwable error -> throw new IllegalStateException("a thread that populates memory died", error);
        };
    }

    private void populate() {
        PageToucher toucher = chooseToucher();
        if (threads == 1 && !ownThreadsOnly) {
            work(toucher);
        } else {
            workTogether(toucher);
        }
    }

    /** What makes the pages of a range present. */
    private interface PageToucher {
        void touch(MemorySegment range);
    }

    private PageToucher chooseToucher() {
        int advice = memory.isReadOnly() ? MADV_POPULATE_READ : MADV_POPULATE_WRITE;
        try {
            host.madvise(memory.asSlice(0, Math.min(block.pageSize(), memory.byteSize())), advice);
        } catch (HostException refusal) {
            if (refusal.errno() == Errno.EINVAL) {
                return this::touchByHand;
            }
            throw failed(refusal.errorText(), refusal);
        }
        return range -> host.madvise(range, advice);
    }

    private void touchByHand(MemorySegment range) {
        GuardedMemory guarded = new GuardedMemory(range, true);
        for (long at = 0; at < range.byteSize(); at += block.pageSize()) {
            byte value = guarded.getByte(at);
            if (!range.isReadOnly()) {
                guarded.putByte(at, value);
            }
        }
    }

    private void work(PageToucher toucher) {
        long portion = Math.max(PORTION, block.pageSize());
        try {
            while (!cancelled && failure.get() == null) {
                long start = next.getAndAdd(portion);
                if (start >= memory.byteSize()) {
                    return;
                }
                long length = Math.min(portion, memory.byteSize() - start);
                toucher.touch(memory.asSlice(start, length));
                report(length);
            }
        } catch (HostException refusal) {
            failure.compareAndSet(null, failed(refusal.errorText(), refusal));
        } catch (MemoryFaultException fault) {
            failure.compareAndSet(null, failed(Errno.of(Errno.EFAULT).text(), fault));
        } catch (RuntimeException | Error unexpected) {
            failure.compareAndSet(null, unexpected);
        }
    }

    private synchronized void report(long length) {
        done += length;
        listener.progress(done, memory.byteSize());
    }

    private void workTogether(PageToucher toucher) {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(factory.newThread(() -> work(toucher)));
        }
        workers.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the refusal with QEMU's text, and with hints that name what ran out. */
    private RamException failed(String error, RuntimeException cause) {
        List<String> hints = new ArrayList<>();
        hints.add("block '" + block.label() + "' of 0x" + Long.toHexString(memory.byteSize())
                + " bytes cannot be made present as a whole");
        if (block.fd() >= 0) {
            try {
                hints.add(roomLeft(host.fstatfs(block.fd())));
            } catch (HostException second) {
                cause.addSuppressed(second);
            }
        }
        return new RamException("qemu_prealloc_mem: preallocating memory failed: " + error, hints, cause);
    }

    private static String roomLeft(FileSystemStatus fileSystem) {
        if (fileSystem.isHugetlbfs()) {
            return "the host has " + fileSystem.availableBlocks() + " free huge pages of "
                    + (fileSystem.blockSize() >> 10) + " KiB left";
        }
        return "the backing file's file system has " + fileSystem.availableBytes() + " bytes left"
                + (fileSystem.availableBlocks() == 0
                        ? ": " + Errno.of(Errno.ENOSPC).text()
                        : "");
    }
}
