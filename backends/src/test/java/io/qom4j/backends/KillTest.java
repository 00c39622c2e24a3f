// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.ram.RamBlock;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of its work. */
class KillTest {
    private static final int ENOUGH = 40;

    @TempDir
    Path folder;

    @Test
    void freshProcessFindsEveryRecordThatWasReportedDurable() throws IOException, InterruptedException {
        String file = folder.resolve("m").toString();
        List<Long> durable = new ArrayList<>();
        try (ChildJvm writer = ChildJvm.start("-Xshare:auto", RecordWriter.class, file)) {
            while (durable.size() < ENOUGH) {
                durable.add(number(writer.readLine()));
            }
            writer.kill();
            writer.rest().stream()
                    .filter(line -> line.startsWith("durable "))
                    .forEach(line -> durable.add(number(line)));
        }
        try (ChildJvm reader = ChildJvm.start("-Xshare:auto", RecordReader.class, file)) {
            List<String> found = reader.rest();
            assertThat(reader.await()).isZero();
            assertThat(found)
                    .containsAll(
                            durable.stream().map(number -> "found " + number).toList());
        }
    }

    private static long number(String line) {
        return Long.parseLong(Objects.requireNonNull(line, "the writer died").substring("durable ".length()));
    }

    /** A process that tells which whole records a file holds. */
    static final class RecordReader {
        private RecordReader() {}

        public static void main(String[] args) {
            try (Backends backends = new Backends()) {
                HostMemoryBackend backend = backends.add("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': "
                        + RecordWriter.SIZE + ", 'share': true, 'mem-path': '" + args[0] + "'}");
                RamBlock block = Objects.requireNonNull(backend.block());
                for (long at = 0; at < RecordWriter.SIZE; at += RecordWriter.RECORD) {
                    long number = block.segment().get(ValueLayout.JAVA_LONG, at);
                    if (block.segment().get(ValueLayout.JAVA_LONG, at + 8) == RecordWriter.sum(number)) {
                        System.out.println("found " + number);
                    }
                }
            }
        }
    }
}
