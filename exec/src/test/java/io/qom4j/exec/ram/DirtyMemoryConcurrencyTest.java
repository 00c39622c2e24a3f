// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.host.AsymmetricFence;
import io.qom4j.exec.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirtyMemoryConcurrencyTest {
    private static final long PAGE = 4096;

    @Test
    void marksOfManyThreadsInTheSameWordsAllCount() throws Exception {
        DirtyMemory dirty = new DirtyMemory(12);
        dirty.extend(1 << 20);
        int threads = 4;
        int pages = 200;
        List<Callable<Long>> work = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(threads);
        for (int t = 0; t < threads; t++) {
            int mine = t;
            work.add(() -> {
                start.await();
                for (int page = mine; page < pages; page += threads) {
                    dirty.markDirty(page * PAGE, DirtyClient.MIGRATION);
                }
                return dirty.testAndClear(0, 0, DirtyClient.VGA);
            });
        }
        runAll(work);
        assertThat(dirty.testAndClear(0, pages * PAGE, DirtyClient.MIGRATION)).isEqualTo(pages);
    }

    @Test
    void marksWhileTheBitmapGrowsAreKept() throws Exception {
        DirtyMemory dirty = new DirtyMemory(12);
        dirty.extend(1);
        int pages = 20_000;
        runAll(List.of(
                () -> {
                    for (int page = 0; page < pages; page++) {
                        dirty.markDirty(page * PAGE, DirtyClient.MIGRATION);
                    }
                    return 0L;
                },
                () -> {
                    for (long chunk = 1; chunk < 16; chunk++) {
                        dirty.extend(chunk * DirtyMemory.BITS_IN_CHUNK * PAGE);
                    }
                    return 0L;
                }));
        assertThat(dirty.testAndClear(0, pages * PAGE, DirtyClient.MIGRATION)).isEqualTo(pages);
    }

    @Test
    void marksAgainstTheClearingOfAWholeChunkAreCountedOnce() throws Exception {
        DirtyMemory dirty = new DirtyMemory(12);
        dirty.extend(1);
        long size = DirtyMemory.BITS_IN_CHUNK * PAGE;
        int rounds = 300;
        for (int round = 0; round < rounds; round++) {
            dirty.markDirty(0, size, DirtyClient.VGA.mask());
            long[] cleared = new long[2];
            runAll(List.of(
                    () -> {
                        cleared[0] = dirty.testAndClear(0, size, DirtyClient.VGA);
                        return 0L;
                    },
                    () -> {
                        cleared[1] = dirty.testAndClear(PAGE, PAGE, DirtyClient.VGA);
                        return 0L;
                    }));
            assertThat(cleared[0] + cleared[1]).isEqualTo(DirtyMemory.BITS_IN_CHUNK);
            assertThat(dirty.isAnyDirty(0, size, DirtyClient.VGA)).isFalse();
        }
    }

    /** A writer stores and marks, a reader clears and copies; when both are done, whatever is not copied must be marked. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noStoreIsLostBetweenMarkingAndClearing(boolean hostFences) throws Exception {
        DirtyMemory dirty =
                new DirtyMemory(12, hostFences ? AsymmetricFence.of(Host.system()) : AsymmetricFence.SYMMETRIC);
        dirty.extend(1);
        int rounds = 200_000;
        long[] memory = new long[1];
        long[] copy = new long[1];
        AtomicInteger writerAt = new AtomicInteger();
        AtomicInteger readerAt = new AtomicInteger();
        List<Integer> lost = new ArrayList<>();
        runAll(List.of(
                () -> {
                    for (int round = 1; round <= rounds; round++) {
                        awaitRound(readerAt, round - 1);
                        memory[0] = round;
                        dirty.markDirty(0, DirtyClient.MIGRATION);
                        writerAt.set(round);
                    }
                    return 0L;
                },
                () -> {
                    for (int round = 1; round <= rounds; round++) {
                        dirty.markDirty(0, DirtyClient.MIGRATION);
                        readerAt.set(round - 1);
                        sync(dirty, memory, copy);
                        awaitRound(writerAt, round);
                        sync(dirty, memory, copy);
                        if (copy[0] != memory[0]) {
                            lost.add(round);
                        }
                    }
                    return 0L;
                }));
        assertThat(lost).isEmpty();
    }

    /** Two threads mark whatever they like, two clients take marks in every way there is: each new mark is taken once. */
    @Test
    void eachMarkIsTakenOnceWhicheverWayItIsTaken() throws Exception {
        DirtyMemory dirty = new DirtyMemory(12, AsymmetricFence.of(Host.system()));
        dirty.extend(1 << 20);
        int pages = 256;
        int rounds = 2000;
        AtomicInteger writers = new AtomicInteger(2);
        long[] marked = new long[2];
        long[] taken = new long[2];
        List<Callable<Long>> work = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            int mine = t;
            work.add(() -> {
                // Each page has one writer, which waits until a mark was taken before it counts the next.
                for (int i = 0; i < rounds; i++) {
                    long page = (i % (pages / 2)) * 2L + mine;
                    if (!dirty.isAnyDirty(page * PAGE, 1, DirtyClient.VGA)) {
                        dirty.markDirty(page * PAGE, DirtyClient.VGA);
                        marked[mine]++;
                    }
                }
                writers.decrementAndGet();
                return 0L;
            });
            work.add(() -> {
                do {
                    taken[mine] += dirty.testAndClear(0, pages / 2 * PAGE, DirtyClient.VGA);
                    taken[mine] += dirty.snapshotAndClear(pages / 2 * PAGE, 64 * PAGE, DirtyClient.VGA)
                            .count();
                    long[] bits = new long[1];
                    taken[mine] += dirty.moveInto((pages - 64) * PAGE, 64 * PAGE, DirtyClient.VGA, bits);
                } while (writers.get() > 0);
                return 0L;
            });
        }
        runAll(work);
        long left = dirty.testAndClear(0, pages * PAGE, DirtyClient.VGA);
        assertThat(taken[0] + taken[1] + left).isEqualTo(marked[0] + marked[1]);
    }

    private static void sync(DirtyMemory dirty, long[] memory, long[] copy) {
        if (dirty.testAndClear(0, PAGE, DirtyClient.MIGRATION) != 0) {
            copy[0] = memory[0];
        }
    }

    private static void awaitRound(AtomicInteger at, int round) {
        for (int spins = 0; at.get() < round; spins++) {
            if (spins < 10_000) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(1);
            }
        }
    }

    private static void runAll(List<? extends Callable<Long>> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(work.size())) {
            List<Future<Long>> results = new ArrayList<>();
            for (Callable<Long> task : work) {
                results.add(executor.submit(task));
            }
            for (Future<Long> result : results) {
                assertThat(result.get()).isZero();
            }
        }
    }
}
