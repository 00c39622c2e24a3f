// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file, two processes. */
class TwoProcessesTest {
    private static final byte OURS = 33;

    @TempDir
    Path folder;

    /** What this process reads where the other stored, and the other where this one stored. */
    private record Seen(int byUs, int byTheOther) {}

    private Seen share(boolean shared) throws IOException, InterruptedException {
        String file = folder.resolve("m").toString();
        try (Backends backends = new Backends()) {
            HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 4096,"
                    + " 'mem-path': '" + file + "', 'share': " + shared + "}");
            MemorySegment memory = Objects.requireNonNull(backend.block()).segment();
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FileUser.class.getName(),
                            file,
                            Boolean.toString(shared))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader said = other.inputReader();
                    Writer tell = other.outputWriter()) {
                assertThat(said.readLine()).isEqualTo("stored");
                memory.set(ValueLayout.JAVA_BYTE, FileUser.READ_AT, OURS);
                tell.write("go on\n");
                tell.flush();
                int byTheOther = Integer.parseInt(said.readLine());
                assertThat(other.waitFor()).isZero();
                return new Seen(memory.get(ValueLayout.JAVA_BYTE, FileUser.STORED_AT), byTheOther);
            }
        }
    }

    @Test
    void seeEachOthersStoresThroughASharedFile() throws IOException, InterruptedException {
        assertThat(share(true)).isEqualTo(new Seen(FileUser.STORED, OURS));
    }

    @Test
    void seeNothingOfEachOtherThroughPrivateMappings() throws IOException, InterruptedException {
        assertThat(share(false)).isEqualTo(new Seen(0, 0));
    }
}
