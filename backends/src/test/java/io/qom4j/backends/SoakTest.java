// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many backends come and go, and nothing of them stays. */
class SoakTest {
    private static final int CYCLES = 10_000;
    private static final int WARM_UP = 500;
    private static final int CHECKED = 2_500;

    @TempDir
    Path folder;

    private final String[] kinds = {
        "'qom-type': 'memory-backend-ram'",
        "'qom-type': 'memory-backend-memfd'",
        "'qom-type': 'memory-backend-ram', 'share': true, 'dump': false, 'merge': false",
        "'qom-type': 'memory-backend-file', 'share': true, 'mem-path': 'FILE'",
    };

    /** How much there is of what must not grow. */
    private record Usage(long descriptors, long mappings, long ours) {
        static Usage now() throws IOException {
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"));
                    Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
                String[] all = maps.toArray(String[]::new);
                long ours = Stream.of(all)
                        .filter(line -> line.contains("memory-backend") || line.contains("soak-file"))
                        .count();
                return new Usage(open.count(), all.length, ours);
            }
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void cycle(Backends backends, int number) {
        String kind = kinds[number % kinds.length].replace(
                "FILE", folder.resolve("soak-file").toString());
        HostMemoryBackend backend = backends.add("{" + kind + ", 'id': 'm" + number % 7 + "', 'size': 65536}");
        if (number % 2 == 0) {
            RamBlock block = Objects.requireNonNull(backend.block());
            block.segment().set(ValueLayout.JAVA_BYTE, 65535, (byte) number);
        }
        backends.qom.objects().delete("m" + number % 7);
    }

    @Test
    void neitherMappingsNorDescriptorsNorHeapGrow() throws IOException {
        try (Backends backends = new Backends()) {
            for (int i = 0; i < WARM_UP; i++) {
                cycle(backends, i);
            }
            Usage before = Usage.now();
            long heapBefore = heap();
            for (int i = 0; i < CYCLES; i++) {
                cycle(backends, i);
                if (i % CHECKED == CHECKED - 1) {
                    Usage now = Usage.now();
                    assertThat(now.descriptors()).isLessThanOrEqualTo(before.descriptors() + 5);
                    assertThat(now.ours()).isZero();
                    assertThat(now.mappings()).isLessThan(before.mappings() + 200);
                }
            }
            assertThat(backends.qom.service(RamList.class).size()).isZero();
            assertThat(heap() - heapBefore).isLessThan(8L << 20);
            assertThat(backends.warnings).isEmpty();
        }
    }
}
