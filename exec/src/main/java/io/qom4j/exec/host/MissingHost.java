// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** {@link Host} on a system that has none: every call fails and says why. Immutable. */
final class MissingHost implements Host {
    private static final long USUAL_PAGE_SIZE = 4096;

    private final String reason;

    MissingHost(String reason) {
        this.reason = reason;
    }

    @Override
    public HostSupport support() {
        return new HostSupport.Unavailable(reason);
    }

    private HostException missing(String call) {
        return new HostException(call, Errno.ENOSYS, List.of(reason));
    }

    @Override
    public long pageSize() {
        return USUAL_PAGE_SIZE;
    }

    @Override
    public int onlineCpus() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public int open(String path, int flags, int mode) {
        throw missing("open");
    }

    @Override
    public void close(int fd) {
        throw missing("close");
    }

    @Override
    public int duplicate(int fd) {
        throw missing("fcntl");
    }

    @Override
    public FileStatus fstat(int fd) {
        throw missing("fstat");
    }

    @Override
    public FileStatus stat(String path) {
        throw missing("stat");
    }

    @Override
    public FileStatus lstat(String path) {
        throw missing("lstat");
    }

    @Override
    public FileSystemStatus fstatfs(int fd) {
        throw missing("fstatfs");
    }

    @Override
    public long lseek(int fd, long offset, int whence) {
        throw missing("lseek");
    }

    @Override
    public void ftruncate(int fd, long length) {
        throw missing("ftruncate");
    }

    @Override
    public void fallocate(int fd, int mode, long offset, long length) {
        throw missing("fallocate");
    }

    @Override
    public void unlink(String path) {
        throw missing("unlink");
    }

    @Override
    public TemporaryFile mkstemp(String template) {
        throw missing("mkstemp");
    }

    @Override
    public String readLink(String path) {
        throw missing("readlink");
    }

    @Override
    public String readText(String path) {
        throw missing("read");
    }

    @Override
    public int memfdCreate(String name, int flags) {
        throw missing("memfd_create");
    }

    @Override
    public void addSeals(int fd, int seals) {
        throw missing("fcntl");
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        throw missing("mmap");
    }

    @Override
    public int countMappings() {
        throw missing("open");
    }

    @Override
    public void munmap(long address, long length) {
        throw missing("munmap");
    }

    @Override
    public void madvise(MemorySegment range, int advice) {
        throw missing("madvise");
    }

    @Override
    public void msync(MemorySegment range, int flags) {
        throw missing("msync");
    }

    @Override
    public boolean canPersist() {
        return false;
    }

    @Override
    public boolean isPmem(MemorySegment range) {
        return false;
    }

    @Override
    public void persist(MemorySegment range) {
        throw missing("pmem_persist");
    }

    @Override
    public void mbind(MemorySegment range, int mode, long[] nodes, long maxNode, int flags) {
        throw missing("mbind");
    }

    @Override
    public boolean canFenceThreads() {
        return false;
    }

    @Override
    public void fenceThreads() {
        throw missing("membarrier");
    }

    @Override
    public void setThreadAffinity(long[] cpus) {
        throw missing("sched_setaffinity");
    }
}
