// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.FlatRange;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers while the map changes: each sees it as it was before or after a transaction, never between. */
class WholeViewsTest {
    private static final int PAGE = 0x1000;
    private static final int WINDOWS = 8;
    private static final int COMMITS = 2000;
    private static final int READERS = 3;

    private final Machine machine = new Machine();
    private final MemoryRegion system = machine.whole("system");
    private final MemoryTopology topology = machine.qom().service(MemoryTopology.class);
    private final AddressSpace memory = topology.newAddressSpace("memory", system);
    private final AtomicBoolean isOver = new AtomicBoolean();

    @AfterEach
    void close() {
        machine.close();
    }

    /** All windows show one bank, and are switched to the other together; no transfer may show both. */
    @Test
    void aTransferSeesOneViewEvenAcrossRegions() throws Exception {
        List<MemoryRegion> windows = new ArrayList<>();
        List<MemoryRegion> banks = List.of(bank("even", (byte) 1), bank("odd", (byte) 2));
        for (int i = 0; i < WINDOWS; i++) {
            for (MemoryRegion bank : banks) {
                MemoryRegion window =
                        MemoryRegion.free(machine.qom(), "window").alias(bank, (WINDOWS - 1L - i) * PAGE, PAGE);
                window.setEnabled(bank == banks.getFirst());
                system.addSubregion((long) i * PAGE, window);
                windows.add(window);
            }
        }

        List<Long> seen = whileChanging(
                () -> {
                    for (int i = 0; i < COMMITS; i++) {
                        topology.transaction(() -> windows.forEach(each -> each.setEnabled(!each.isEnabled())));
                    }
                },
                () -> {
                    byte[] bytes = new byte[WINDOWS * PAGE];
                    memory.read(0, MemorySegment.ofArray(bytes));
                    byte[] one = new byte[bytes.length];
                    Arrays.fill(one, bytes[0]);
                    assertThat(bytes).isEqualTo(one);
                    return (long) bytes[0];
                });

        assertThat(seen).isSubsetOf(1L, 2L);
    }

    private MemoryRegion bank(String name, byte value) {
        MemoryRegion bank = machine.ram(name, (long) WINDOWS * PAGE);
        bank.memory().segment().fill(value);
        return bank;
    }

    @Test
    void aViewThatAReaderHoldsDoesNotChange() throws Exception {
        MemoryRegion ram = machine.ram("ram", PAGE);
        MemoryRegion twin = machine.ram("twin", PAGE);
        system.addSubregion(0, ram);
        system.addSubregion(PAGE, twin);

        List<Long> counts = whileChanging(
                () -> {
                    for (int i = 1; i <= COMMITS; i++) {
                        long at = (long) i * 2 * PAGE;
                        topology.transaction(() -> {
                            ram.setAddress(at);
                            twin.setAddress(at + PAGE);
                        });
                    }
                },
                () -> {
                    List<FlatRange> ranges = memory.view().ranges();
                    assertThat(ranges).extracting(FlatRange::region).containsExactly(ram, twin);
                    assertThat(ranges.get(1).first() - ranges.get(0).first()).isEqualTo(PAGE);
                    return (long) ranges.size();
                });

        assertThat(counts).containsOnly(2L);
    }

    /** Memory comes and is freed all the time: a reader gets its bytes or the zeros of a hole, and no exception. */
    @Test
    void memoryThatIsFreedUnderAReaderIsAHole() throws Exception {
        RamList list = machine.qom().service(RamList.class);
        long before = list.blocks().size();

        List<Long> seen = whileChanging(
                () -> {
                    for (int i = 0; i < COMMITS / 10; i++) {
                        MemoryRegion ram =
                                MemoryRegion.free(machine.qom(), "ram").newRam(PAGE);
                        ram.block().segment().fill((byte) 3);
                        system.addSubregion(0, ram);
                        system.removeSubregion(ram);
                        ram.unref();
                    }
                },
                () -> {
                    long word = memory.getLong(8, ByteOrder.LITTLE_ENDIAN);
                    byte[] bytes = new byte[64];
                    memory.read(0, MemorySegment.ofArray(bytes));
                    assertThat(bytes[0]).isEqualTo(bytes[63]);
                    return word;
                });

        assertThat(seen).isSubsetOf(0L, 0x0303_0303_0303_0303L);
        assertThat(list.blocks()).hasSize((int) before);
    }

    /** Runs readers until the changes are done, and at least once each; returns what they saw. */
    private List<Long> whileChanging(Runnable changes, Callable<Long> read) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<List<Long>>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    List<Long> seen = new ArrayList<>();
                    do {
                        Long value = read.call();
                        if (!seen.contains(value)) {
                            seen.add(value);
                        }
                    } while (!isOver.get());
                    return seen;
                }));
            }
            try {
                changes.run();
            } finally {
                isOver.set(true);
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> reader : readers) {
                all.addAll(reader.get());
            }
            return all;
        }
    }
}
