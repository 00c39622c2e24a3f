// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Host} on Linux through the C library. Thread-safe. */
final class LinuxHost implements Host {
    private final HostSupport support;
    private final LinuxFiles files;
    private final LinuxMemory memory;
    private final long pageSize;
    private final LazyPmem pmem = new LazyPmem();

    LinuxHost(String system) {
        CallState state = new CallState();
        support = new HostSupport.Available(system);
        files = new LinuxFiles(state);
        memory = new LinuxMemory(state);
        pageSize = memory.pageSize();
    }

    @Override
    public HostSupport support() {
        return support;
    }

    @Override
    public long pageSize() {
        return pageSize;
    }

    @Override
    public int onlineCpus() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public int open(String path, int flags, int mode) {
        return files.open(path, flags, mode);
    }

    @Override
    public void close(int fd) {
        files.close(fd);
    }

    @Override
    public int duplicate(int fd) {
        return files.duplicate(fd);
    }

    @Override
    public FileStatus fstat(int fd) {
        return files.fstat(fd);
    }

    @Override
    public FileStatus stat(String path) {
        return files.stat("stat", path, 0);
    }

    @Override
    public FileStatus lstat(String path) {
        return files.stat("lstat", path, LinuxFiles.AT_SYMLINK_NOFOLLOW);
    }

    @Override
    public FileSystemStatus fstatfs(int fd) {
        return files.fstatfs(fd);
    }

    @Override
    public long lseek(int fd, long offset, int whence) {
        return files.lseek(fd, offset, whence);
    }

    @Override
    public void ftruncate(int fd, long length) {
        files.ftruncate(fd, length);
    }

    @Override
    public void fallocate(int fd, int mode, long offset, long length) {
        files.fallocate(fd, mode, offset, length);
    }

    @Override
    public void unlink(String path) {
        files.unlink(path);
    }

    @Override
    public TemporaryFile mkstemp(String template) {
        return files.mkstemp(template);
    }

    @Override
    public String readLink(String path) {
        return files.readLink(path);
    }

    @Override
    public String readText(String path) {
        return files.readText(path);
    }

    @Override
    public int memfdCreate(String name, int flags) {
        return files.memfdCreate(name, flags);
    }

    @Override
    public void addSeals(int fd, int seals) {
        files.addSeals(fd, seals);
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        return memory.mmap(address, length, protection, flags, fd, offset);
    }

    @Override
    public int countMappings() {
        return files.countLines("/proc/self/maps");
    }

    @Override
    public void munmap(long address, long length) {
        memory.munmap(address, length);
    }

    @Override
    public void madvise(MemorySegment range, int advice) {
        memory.madvise(range, advice);
    }

    @Override
    public void msync(MemorySegment range, int flags) {
        memory.msync(range, flags);
    }

    @Override
    public boolean canPersist() {
        return pmem.get() != null;
    }

    @Override
    public boolean isPmem(MemorySegment range) {
        LinuxPmem library = pmem.get();
        return library != null && library.isPmem(range);
    }

    @Override
    public void persist(MemorySegment range) {
        LinuxPmem library = pmem.get();
        if (library == null) {
            throw new HostException("pmem_persist", Errno.ENOSYS, List.of("libpmem is not installed"));
        }
        library.persist(range);
    }

    @Override
    public void mbind(MemorySegment range, int mode, long[] nodes, long maxNode, int flags) {
        memory.mbind(range, mode, nodes, maxNode, flags);
    }

    @Override
    public boolean canFenceThreads() {
        return memory.registerForFences();
    }

    @Override
    public void fenceThreads() {
        memory.fenceThreads();
    }

    @Override
    public void setThreadAffinity(long[] cpus) {
        memory.setThreadAffinity(cpus);
    }

    /** libpmem, looked for when it is first needed: few runtimes ever do. */
    private static final class LazyPmem {
        private boolean wasSought;
        private @Nullable LinuxPmem found;

        synchronized @Nullable LinuxPmem get() {
            if (!wasSought) {
                found = LinuxPmem.load();
                wasSought = true;
            }
            return found;
        }
    }

    @Override
    public String toString() {
        return "LinuxHost[" + support + ", page size " + pageSize + "]";
    }
}
