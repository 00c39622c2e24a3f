// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RamListConcurrencyTest {
    private static final int CHANGES = 3000;

    /** Readers look up and touch blocks while they come and go: each access works or throws, and never shows foreign bytes. */
    @Test
    void readersNeverSeeWrongMemoryWhileBlocksComeAndGo() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        try (RamList list = new RamList(Host.system());
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> results = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                results.add(readers.submit(() -> read(list, stop)));
            }
            try {
                change(list);
            } finally {
                stop.set(true);
            }
            for (Future<Long> result : results) {
                assertThat(result.get()).isNotNegative();
            }
        }
    }

    private static void change(RamList list) {
        List<RamBlock> blocks = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            if (blocks.size() < 8) {
                long size = (1 + i % 5) * 4096L;
                RamBlock block = list.allocator().allocate(RamRequest.of(RamBlockOwner.named("b" + i), size));
                block.segment().set(JAVA_LONG, 0, block.offset());
                blocks.add(block);
            } else {
                list.free(blocks.remove(i % blocks.size()));
            }
        }
    }

    private static long read(RamList list, AtomicBoolean stop) {
        long refused = 0;
        while (!stop.get()) {
            for (RamBlock block : list.blocks()) {
                try {
                    long stored = block.segment().get(JAVA_LONG, 0);
                    assertThat(stored).isIn(0L, block.offset());
                } catch (IllegalStateException freed) {
                    refused++;
                }
                RamBlock found = list.findByHostAddress(block.address() + 8);
                if (found != null && found.isAlive()) {
                    assertThat(found.address()).isEqualTo(block.address());
                }
            }
        }
        return refused;
    }
}
