// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.lang.foreign.MemorySegment;
import java.util.function.IntFunction;

/**
 * The host's system calls that guest memory needs, one method for each.
 *
 * <p>Everything that touches the real machine goes through here, so that a test can stand in for it and let any call fail.
 * Every method but {@link #support()} throws {@link HostException} when the call fails; a call that a signal interrupted is
 * repeated first. Lengths and offsets are bytes. Calls on a range of memory take a {@link MemorySegment} and keep it alive
 * until they return, so that no other thread can unmap it meanwhile: they throw {@link IllegalStateException} if it is
 * closed already.
 *
 * <p>Implementations are thread-safe.
 */
public interface Host {
    /**
     * Returns the host that this JVM runs on.
     *
     * <p>On a system that is not supported, {@link #support()} of the result says why, and the other methods fail with that
     * reason.
     */
    static Host system() {
        return SystemHost.create();
    }

    /**
     * Hands over a descriptor, or closes it if that fails.
     *
     * @param fd the descriptor
     * @param step what takes it over
     * @return what the step returns
     */
    static <T> T handOver(Host host, int fd, IntFunction<T> step) {
        try {
            return step.apply(fd);
        } catch (RuntimeException | Error e) {
            host.close(fd);
            throw e;
        }
    }

    /** Returns whether the calls are there. */
    HostSupport support();

    /** Returns the size of an ordinary page in bytes, a power of two. */
    long pageSize();

    /** Returns the number of processors that this process may use. */
    int onlineCpus();

    /**
     * Opens a file.
     *
     * @param path the file's name; it must not contain a zero character
     * @param flags bits of {@link OpenFlags}
     * @param mode permissions of a file that is created
     * @return a descriptor that the caller closes
     */
    int open(String path, int flags, int mode);

    /** Closes a descriptor. */
    void close(int fd);

    /** Makes a second descriptor for an open file; the caller closes it. */
    int duplicate(int fd);

    /** Returns what is known of an open file. */
    FileStatus fstat(int fd);

    /** Returns what is known of a file, following symbolic links. */
    FileStatus stat(String path);

    /** Returns what is known of a name, without following a symbolic link. */
    FileStatus lstat(String path);

    /** Returns what is known of the file system that holds an open file. */
    FileSystemStatus fstatfs(int fd);

    /**
     * Moves a file's position.
     *
     * @param whence one of {@link SeekFrom}
     * @return the new position
     */
    long lseek(int fd, long offset, int whence);

    /** Sets the length of an open file; bytes that appear read as zeros. */
    void ftruncate(int fd, long length);

    /** Changes the storage of a range of an open file; {@code mode} has bits of {@link FallocateFlags}. */
    void fallocate(int fd, int mode, long offset, long length);

    /** Removes a name. */
    void unlink(String path);

    /** Creates and opens a file for this user only; {@code template} must end in {@code XXXXXX}. */
    TemporaryFile mkstemp(String template);

    /** Returns where a symbolic link points. */
    String readLink(String path);

    /** Returns the contents of a small text file, such as those below {@code /proc} and {@code /sys}. */
    String readText(String path);

    /** Creates a file that lives in memory; {@code flags} has bits of {@link MemfdFlags}. The caller closes it. */
    int memfdCreate(String name, int flags);

    /** Adds seals to a memory file; {@code seals} has bits of {@link FileSeals}. */
    void addSeals(int fd, int seals);

    /**
     * Maps memory.
     *
     * @param address where, with {@link MapFlags#MAP_FIXED}; otherwise 0
     * @param length bytes, unsigned
     * @param protection bits of {@link MapProtection}
     * @param flags bits of {@link MapFlags}
     * @param fd the file, or -1
     * @param offset where in the file
     * @return the address of the first byte
     */
    long mmap(long address, long length, int protection, int flags, int fd, long offset);

    /** Returns how many mappings this process has: what the kernel limits by {@code vm.max_map_count}. */
    int countMappings();

    /** Unmaps memory that {@link #mmap} mapped. */
    void munmap(long address, long length);

    /** Tells the kernel about the use of a range; {@code advice} is one of {@link MemoryAdvice}. */
    void madvise(MemorySegment range, int advice);

    /** Writes a range of a mapped file back; {@code flags} has bits of {@link SyncFlags}. */
    void msync(MemorySegment range, int flags);

    /** Returns whether libpmem is installed, so that {@link #persist} works. */
    boolean canPersist();

    /** Returns whether libpmem is installed and says that all of a range is persistent memory. */
    boolean isPmem(MemorySegment range);

    /**
     * Makes stores to persistent memory durable by flushing the processor's caches, through libpmem.
     *
     * <p>This touches the memory in native code: only for memory that cannot fault, such as a device's, whose length is fixed. A page
     * that a file no longer has would end the JVM.
     */
    void persist(MemorySegment range);

    /**
     * Binds a range to NUMA nodes.
     *
     * @param mode one of {@link NumaPolicy}'s modes
     * @param nodes bit set of nodes, 64 in each element, lowest first
     * @param maxNode how many bits of {@code nodes} the kernel reads, plus one
     * @param flags bits of {@link NumaPolicy}'s flags
     */
    void mbind(MemorySegment range, int mode, long[] nodes, long maxNode, int flags);

    /** Returns whether {@link #fenceThreads} works; the process is registered for it then. */
    boolean canFenceThreads();

    /** Makes every thread of this process that is running go through a full memory fence before this returns. */
    void fenceThreads();

    /** Lets the current thread run only on some processors; {@code cpus} is a bit set, 64 in each element. */
    void setThreadAffinity(long[] cpus);
}
