// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The calls of {@link LinuxHost} that work on memory and threads. Thread-safe. */
final class LinuxMemory {
    private static final int SC_PAGESIZE = 30;
    private static final long MAP_FAILED = -1;
    private static final long SYS_MBIND = System.getProperty("os.arch", "").equals("aarch64") ? 235 : 237;

    private static final long SYS_MEMBARRIER = System.getProperty("os.arch", "").equals("aarch64") ? 283 : 324;
    private static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED = 1 << 3;
    private static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED = 1 << 4;

    private final CallState state;

    LinuxMemory(CallState state) {
        this.state = state;
    }

    long pageSize() {
        MemorySegment errno = state.segment();
        long size;
        try {
            size = (long) LinuxCalls.SYSCONF.invokeExact(errno, SC_PAGESIZE);
        } catch (Throwable t) {
            throw CallState.unexpected("sysconf", t);
        }
        if (size <= 0) {
            throw new HostException("sysconf", CallState.errno(errno));
        }
        return size;
    }

    long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        MemorySegment errno = state.segment();
        long mapped;
        try {
            mapped = (long) LinuxCalls.MMAP.invokeExact(errno, address, length, protection, flags, fd, offset);
        } catch (Throwable t) {
            throw CallState.unexpected("mmap", t);
        }
        if (mapped == MAP_FAILED) {
            throw new HostException("mmap", CallState.errno(errno));
        }
        return mapped;
    }

    void munmap(long address, long length) {
        MemorySegment errno = state.segment();
        int result;
        try {
            result = (int) LinuxCalls.MUNMAP.invokeExact(errno, address, length);
        } catch (Throwable t) {
            throw CallState.unexpected("munmap", t);
        }
        check("munmap", result, errno);
    }

    void madvise(MemorySegment range, int advice) {
        MemorySegment errno = state.segment();
        int result;
        do {
            try {
                result = (int) LinuxCalls.MADVISE.invokeExact(errno, range, range.byteSize(), advice);
            } catch (Throwable t) {
                throw CallState.unexpected("madvise", t);
            }
        } while (result != 0 && CallState.errno(errno) == Errno.EINTR);
        check("madvise", result, errno);
    }

    void msync(MemorySegment range, int flags) {
        MemorySegment errno = state.segment();
        int result;
        do {
            try {
                result = (int) LinuxCalls.MSYNC.invokeExact(errno, range, range.byteSize(), flags);
            } catch (Throwable t) {
                throw CallState.unexpected("msync", t);
            }
        } while (result != 0 && CallState.errno(errno) == Errno.EINTR);
        check("msync", result, errno);
    }

    void mbind(MemorySegment range, int mode, long[] nodes, long maxNode, int flags) {
        if (maxNode < 0 || maxNode - 1 > nodes.length * 64L) {
            throw new IllegalArgumentException("maxNode is " + maxNode + "; nodes has " + nodes.length * 64L
                    + " bits, so it must be one more at most");
        }
        MemorySegment errno = state.segment();
        long result;
        try (Arena arena = Arena.ofConfined()) {
            // One spare element: the kernel may read up to the end of the word that holds bit maxNode - 1.
            MemorySegment mask = arena.allocate(JAVA_LONG, nodes.length + 1L);
            MemorySegment.copy(nodes, 0, mask, JAVA_LONG, 0, nodes.length);
            result = (long) LinuxCalls.MBIND.invokeExact(
                    errno, SYS_MBIND, range, range.byteSize(), (long) mode, mask, maxNode, (long) flags);
        } catch (Throwable t) {
            throw CallState.unexpected("mbind", t);
        }
        check("mbind", (int) result, errno);
    }

    /** Returns whether the kernel can fence the threads of this process: since Linux 4.14, unless a sandbox forbids it. */
    boolean registerForFences() {
        return membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, state.segment()) == 0;
    }

    void fenceThreads() {
        MemorySegment errno = state.segment();
        check("membarrier", membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED, errno), errno);
    }

    private static int membarrier(int command, MemorySegment errno) {
        try {
            return (int) (long) LinuxCalls.MEMBARRIER.invokeExact(errno, SYS_MEMBARRIER, command, 0, 0);
        } catch (Throwable t) {
            throw CallState.unexpected("membarrier", t);
        }
    }

    void setThreadAffinity(long[] cpus) {
        MemorySegment errno = state.segment();
        int result;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocateFrom(JAVA_LONG, cpus);
            result = (int) LinuxCalls.SCHED_SETAFFINITY.invokeExact(errno, 0, mask.byteSize(), mask);
        } catch (Throwable t) {
            throw CallState.unexpected("sched_setaffinity", t);
        }
        check("sched_setaffinity", result, errno);
    }

    private static void check(String call, int result, MemorySegment errno) {
        if (result != 0) {
            throw new HostException(call, CallState.errno(errno));
        }
    }
}
