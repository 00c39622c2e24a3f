// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** The calls of {@link LinuxHost} that work on files. Thread-safe. */
final class LinuxFiles {
    static final int AT_SYMLINK_NOFOLLOW = 0x100;

    private static final int AT_FDCWD = -100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int STATX_BYTES = 256;
    private static final int STATFS_BYTES = 120;
    private static final int F_DUPFD_CLOEXEC = 1030;
    private static final int F_ADD_SEALS = 1033;
    private static final int TEXT_LIMIT = 65536;

    private final CallState state;

    LinuxFiles(CallState state) {
        this.state = state;
    }

    /** A call that is repeated when a signal interrupted it; negative means that it failed. */
    private interface Call {
        long make(MemorySegment errno) throws Throwable;
    }

    private long call(String name, Call call) {
        MemorySegment errno = state.segment();
        long result;
        do {
            try {
                result = call.make(errno);
            } catch (Throwable t) {
                throw CallState.unexpected(name, t);
            }
        } while (result < 0 && CallState.errno(errno) == Errno.EINTR);
        if (result < 0) {
            throw new HostException(name, CallState.errno(errno));
        }
        return result;
    }

    /** Returns the path for the C library. A zero character would silently end it there, so it is refused. */
    private static MemorySegment path(Arena arena, String name, String path) {
        if (path.indexOf('\0') >= 0) {
            throw new HostException(name, Errno.EINVAL);
        }
        return arena.allocateFrom(path, StandardCharsets.UTF_8);
    }

    int open(String path, int flags, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = path(arena, "open", path);
            return (int) call("open", errno -> (int) LinuxCalls.OPEN.invokeExact(errno, name, flags, mode));
        }
    }

    /** Closes; a descriptor is gone even if this was interrupted, so the call is never repeated. */
    void close(int fd) {
        MemorySegment errno = state.segment();
        int result;
        try {
            result = (int) LinuxCalls.CLOSE.invokeExact(errno, fd);
        } catch (Throwable t) {
            throw CallState.unexpected("close", t);
        }
        if (result != 0 && CallState.errno(errno) != Errno.EINTR) {
            throw new HostException("close", CallState.errno(errno));
        }
    }

    int duplicate(int fd) {
        return (int) call("fcntl", errno -> (int) LinuxCalls.FCNTL.invokeExact(errno, fd, F_DUPFD_CLOEXEC, 0));
    }

    FileStatus fstat(int fd) {
        return status("fstat", fd, "", AT_EMPTY_PATH);
    }

    FileStatus stat(String name, String path, int flags) {
        return status(name, AT_FDCWD, path, flags);
    }

    private FileStatus status(String name, int fd, String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment file = path(arena, name, path);
            MemorySegment statx = arena.allocate(STATX_BYTES, 8);
            call(name, errno -> (int) LinuxCalls.STATX.invokeExact(errno, fd, file, flags, STATX_BASIC_STATS, statx));
            return new FileStatus(
                    Short.toUnsignedInt(statx.get(JAVA_SHORT, 28)),
                    statx.get(JAVA_LONG, 40),
                    statx.get(JAVA_LONG, 48),
                    statx.get(JAVA_LONG, 32),
                    statx.get(JAVA_INT, 136),
                    statx.get(JAVA_INT, 140),
                    statx.get(JAVA_INT, 128),
                    statx.get(JAVA_INT, 132));
        }
    }

    FileSystemStatus fstatfs(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment statfs = arena.allocate(STATFS_BYTES, 8);
            call("fstatfs", errno -> (int) LinuxCalls.FSTATFS.invokeExact(errno, fd, statfs));
            return new FileSystemStatus(statfs.get(JAVA_LONG, 0), statfs.get(JAVA_LONG, 8), statfs.get(JAVA_LONG, 32));
        }
    }

    long lseek(int fd, long offset, int whence) {
        return call("lseek", errno -> (long) LinuxCalls.LSEEK.invokeExact(errno, fd, offset, whence));
    }

    void ftruncate(int fd, long length) {
        call("ftruncate", errno -> (int) LinuxCalls.FTRUNCATE.invokeExact(errno, fd, length));
    }

    void fallocate(int fd, int mode, long offset, long length) {
        call("fallocate", errno -> (int) LinuxCalls.FALLOCATE.invokeExact(errno, fd, mode, offset, length));
    }

    void unlink(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = path(arena, "unlink", path);
            call("unlink", errno -> (int) LinuxCalls.UNLINK.invokeExact(errno, name));
        }
    }

    TemporaryFile mkstemp(String template) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = path(arena, "mkstemp", template);
            long fd = call("mkstemp", errno -> (int) LinuxCalls.MKOSTEMP.invokeExact(errno, name, OpenFlags.O_CLOEXEC));
            return new TemporaryFile((int) fd, name.getString(0, StandardCharsets.UTF_8));
        }
    }

    String readLink(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = path(arena, "readlink", path);
            MemorySegment bytes = arena.allocate(TEXT_LIMIT);
            long length = call(
                    "readlink", errno -> (long) LinuxCalls.READLINK.invokeExact(errno, name, bytes, (long) TEXT_LIMIT));
            return text(bytes, length);
        }
    }

    String readText(String path) {
        int fd = open(path, OpenFlags.O_RDONLY | OpenFlags.O_CLOEXEC, 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(TEXT_LIMIT);
            long length =
                    call("read", errno -> (long) LinuxCalls.READ.invokeExact(errno, fd, bytes, (long) TEXT_LIMIT));
            return text(bytes, length);
        } finally {
            close(fd);
        }
    }

    /** Returns how many line feeds a file of any length has. */
    int countLines(String path) {
        int fd = open(path, OpenFlags.O_RDONLY | OpenFlags.O_CLOEXEC, 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(TEXT_LIMIT);
            int lines = 0;
            while (true) {
                long length =
                        call("read", errno -> (long) LinuxCalls.READ.invokeExact(errno, fd, bytes, (long) TEXT_LIMIT));
                if (length == 0) {
                    return lines;
                }
                for (long i = 0; i < length; i++) {
                    lines += bytes.get(JAVA_BYTE, i) == '\n' ? 1 : 0;
                }
            }
        } finally {
            close(fd);
        }
    }

    private static String text(MemorySegment bytes, long length) {
        return new String(bytes.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    int memfdCreate(String name, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = path(arena, "memfd_create", name);
            return (int) call("memfd_create", errno -> (int) LinuxCalls.MEMFD_CREATE.invokeExact(errno, text, flags));
        }
    }

    void addSeals(int fd, int seals) {
        call("fcntl", errno -> (int) LinuxCalls.FCNTL.invokeExact(errno, fd, F_ADD_SEALS, seals));
    }
}
