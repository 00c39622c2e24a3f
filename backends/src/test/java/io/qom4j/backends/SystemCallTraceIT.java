// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The system calls of a backend's life as strace sees them: those that QEMU 7.2 was seen to make, but none twice.
 *
 * <p>Without strace, or where it may not trace, it says loudly that nothing was checked.
 */
class SystemCallTraceIT {
    private static final Pattern CALL = Pattern.compile("(?:\\d+ +)?(\\w+)\\((.*)\\) += (.*)");
    private static final Pattern RESUMED = Pattern.compile("\\d+ +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    /** What was called while the backend was made, and while it was deleted. */
    private record Trace(List<String> making, List<String> deleting) {}

    @Test
    void anonymousBackend() throws IOException, InterruptedException {
        Trace trace = trace("{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': '1M'}");
        if (trace != null) {
            assertThat(trace.making())
                    .containsExactly(
                            "mmap 3145728 PROT_NONE MAP_PRIVATE|MAP_ANONYMOUS",
                            "mmap 1048576 PROT_READ|PROT_WRITE MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS",
                            "madvise 1048576 MADV_MERGEABLE",
                            "madvise 1048576 MADV_HUGEPAGE",
                            "madvise 1048576 MADV_DONTFORK");
            assertThat(trace.deleting()).containsExactly("munmap " + (MIB + 4096));
        }
    }

    @Test
    void anonymousBackendThatIsNeitherMergedNorDumpedIsAdvisedOnceForEach() throws IOException, InterruptedException {
        Trace trace = trace(
                "{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': '1M', 'merge': false, 'dump': false, 'policy': 'bind', 'host-nodes': [0], 'prealloc': true}");
        if (trace != null) {
            assertThat(trace.making())
                    .endsWith(
                            "madvise 1048576 MADV_DONTDUMP",
                            "madvise 1048576 MADV_HUGEPAGE",
                            "madvise 1048576 MADV_DONTFORK",
                            "mbind 1048576",
                            "openat O_RDONLY|O_CLOEXEC",
                            "read",
                            "close",
                            "madvise 4096 MADV_POPULATE_WRITE",
                            "madvise 1048576 MADV_POPULATE_WRITE")
                    .doesNotContain("madvise 1048576 MADV_MERGEABLE");
        }
    }

    @Test
    void sharedFileThatIsNew() throws IOException, InterruptedException {
        String file = folder.resolve("f").toString();
        Trace trace = trace(
                "{'qom-type': 'memory-backend-file', 'id': 'm', 'size': '1M', 'share': true, 'mem-path': '" + file
                        + "'}",
                file);
        if (trace != null) {
            assertThat(trace.making())
                    .containsExactly(
                            "openat O_RDWR|O_CLOEXEC ENOENT",
                            "openat O_RDWR|O_CREAT|O_EXCL|O_CLOEXEC, 0644",
                            "statx",
                            "fstatfs",
                            "lseek SEEK_END",
                            "ftruncate 1048576",
                            "mmap 1052672 PROT_NONE MAP_PRIVATE|MAP_ANONYMOUS",
                            "mmap 1048576 PROT_READ|PROT_WRITE MAP_SHARED|MAP_FIXED",
                            "madvise 1048576 MADV_MERGEABLE",
                            "madvise 1048576 MADV_HUGEPAGE",
                            "madvise 1048576 MADV_DONTFORK");
            assertThat(trace.deleting()).containsExactly("munmap " + (MIB + 4096), "close");
        }
    }

    @Test
    void persistentFileIsFirstTriedSynchronously() throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("f"), new byte[(int) MIB]);
        Trace trace = trace("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': '1M', 'share': true, 'pmem': true,"
                + " 'mem-path': '" + file + "'}");
        if (trace != null) {
            assertThat(trace.making())
                    .startsWith(
                            "openat O_RDWR|O_CLOEXEC",
                            "statx",
                            "fstatfs",
                            "lseek SEEK_END",
                            "mmap 1048576 PROT_READ|PROT_WRITE MAP_SHARED_VALIDATE|MAP_SYNC")
                    .endsWith("madvise 1048576 MADV_MERGEABLE", "madvise 1048576 MADV_DONTFORK")
                    .doesNotHaveDuplicates();
            assertThat(trace.deleting()).containsExactly("munmap " + (MIB + 4096), "close");
        }
    }

    @Test
    void memoryFile() throws IOException, InterruptedException {
        Trace trace = trace("{'qom-type': 'memory-backend-memfd', 'id': 'm', 'size': '1M'}");
        if (trace != null) {
            assertThat(trace.making())
                    .containsExactly(
                            "memfd_create MFD_CLOEXEC|MFD_ALLOW_SEALING",
                            "ftruncate 1048576",
                            "fcntl F_ADD_SEALS, F_SEAL_SEAL|F_SEAL_SHRINK|F_SEAL_GROW",
                            "statx",
                            "fstatfs",
                            "lseek SEEK_END",
                            "mmap 1052672 PROT_NONE MAP_PRIVATE|MAP_ANONYMOUS",
                            "mmap 1048576 PROT_READ|PROT_WRITE MAP_SHARED|MAP_FIXED",
                            "madvise 1048576 MADV_MERGEABLE",
                            "madvise 1048576 MADV_HUGEPAGE",
                            "madvise 1048576 MADV_DONTFORK");
            assertThat(trace.deleting()).containsExactly("munmap " + (MIB + 4096), "close");
        }
    }

    /** Returns what a process calls that makes and deletes a backend, or null, after saying so, if nobody can see it. */
    private @Nullable Trace trace(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("trace");
        List<String> strace = List.of("strace", "-f", "-s", "200", "-e", "signal=none", "-o", output.toString());
        int status;
        try (ChildJvm traced = ChildJvm.start(strace, "-Xint", TracedBackends.class, arguments)) {
            status = traced.await();
        } catch (IOException absent) {
            System.err.println("NOT CHECKED: the system calls of a backend, for want of strace (apt install strace)");
            return null;
        }
        if (status != 0 && !(Files.exists(output) && Files.size(output) > 0)) {
            System.err.println("NOT CHECKED: the system calls of a backend; strace may not trace here");
            return null;
        }
        assertThat(status).isZero();
        return read(output);
    }

    private static Trace read(Path output) throws IOException {
        List<String> lines = whole(Files.readAllLines(output));
        int make = indexOf(lines, "make");
        String thread = lines.get(make).split(" ", 2)[0] + " ";
        List<String> making = calls(lines.subList(make + 1, indexOf(lines, "delete")), thread);
        List<String> deleting = calls(lines.subList(indexOf(lines, "delete") + 1, indexOf(lines, "end")), thread);
        // What surrounds an aligned piece is unmapped; how much there is depends on where the kernel put it.
        making.removeIf(call -> call.startsWith("munmap"));
        return new Trace(making, deleting);
    }

    /** Returns the lines with each call on one of its own: another thread's may come between its beginning and its end. */
    private static List<String> whole(List<String> lines) {
        List<String> whole = new ArrayList<>();
        Map<String, String> begun = new HashMap<>();
        for (String line : lines) {
            String thread = line.split(" ", 2)[0];
            Matcher resumed = RESUMED.matcher(line);
            if (line.endsWith(UNFINISHED)) {
                begun.put(thread, line.substring(0, line.length() - UNFINISHED.length()));
            } else if (resumed.matches()) {
                whole.add(begun.getOrDefault(thread, thread + " ") + resumed.group(1));
            } else {
                whole.add(line);
            }
        }
        return whole;
    }

    private static int indexOf(List<String> lines, String mark) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(TracedBackends.MARK + mark)) {
                return i;
            }
        }
        throw new AssertionError("the trace has no mark '" + mark + "'");
    }

    /** Returns the calls of one thread without what differs from run to run, and without what the JVM does for itself. */
    private static List<String> calls(List<String> lines, String thread) {
        List<String> calls = new ArrayList<>();
        for (String line : lines) {
            Matcher call = CALL.matcher(line);
            if (line.startsWith(thread) && call.matches()) {
                String text = shorten(call.group(1), call.group(2), call.group(3));
                if (!text.isEmpty()) {
                    calls.add(text);
                }
            }
        }
        return calls;
    }

    private static String shorten(String name, String arguments, String result) {
        String[] words = arguments.split(", ", -1);
        return switch (name) {
            case "futex",
                    "sched_yield",
                    "sched_getaffinity",
                    "mprotect",
                    "rt_sigprocmask",
                    "getrusage",
                    "gettid",
                    "clock_gettime" -> "";
            case "openat" ->
                name + " " + arguments.substring(arguments.indexOf("\", ") + 3)
                        + (result.startsWith("-1") ? " " + result.split(" ", -1)[1] : "");
            case "mmap" -> name + " " + words[1] + " " + words[2] + " " + words[3];
            case "madvise" -> name + " " + words[1] + " " + words[2];
            case "munmap", "mbind", "ftruncate" -> name + " " + words[1];
            case "lseek" -> name + " " + words[2];
            case "fcntl" -> name + " " + arguments.substring(arguments.indexOf(", ") + 2);
            case "memfd_create" -> name + " " + words[1];
            default -> name;
        };
    }
}
