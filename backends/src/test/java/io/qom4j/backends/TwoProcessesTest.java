// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.ram.RamBlock;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file, with a name or without, and two processes. */
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
            try (ChildJvm other = ChildJvm.start("-Xshare:auto", FileUser.class, file, Boolean.toString(shared))) {
                assertThat(other.readLine()).isEqualTo("stored");
                memory.set(ValueLayout.JAVA_BYTE, FileUser.READ_AT, OURS);
                other.tell("go on");
                int byTheOther = Integer.parseInt(Objects.requireNonNull(other.readLine()));
                assertThat(other.await()).isZero();
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

    @Test
    void seeEachOthersStoresThroughAMemoryFileThatOneIsGiven() throws IOException, InterruptedException {
        try (Backends backends = new Backends()) {
            HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-memfd', 'id': 'm', 'size': 4096}");
            RamBlock block = Objects.requireNonNull(backend.block());
            String given = "/proc/" + ProcessHandle.current().pid() + "/fd/" + block.fd();
            try (ChildJvm other = ChildJvm.start("-Xshare:auto", FileUser.class, given, "true")) {
                assertThat(other.readLine()).isEqualTo("stored");
                assertThat(block.segment().get(ValueLayout.JAVA_BYTE, FileUser.STORED_AT))
                        .isEqualTo(FileUser.STORED);
                block.segment().set(ValueLayout.JAVA_BYTE, FileUser.READ_AT, OURS);
                other.tell("go on");
                assertThat(other.readLine()).isEqualTo(Byte.toString(OURS));
                assertThat(other.await()).isZero();
            }
        }
    }
}
