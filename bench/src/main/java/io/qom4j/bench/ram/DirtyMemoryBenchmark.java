// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.ram;

import io.qom4j.exec.host.AsymmetricFence;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.ram.DirtyMemory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What marking, testing and clearing pages of 1 GiB cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class DirtyMemoryBenchmark {
    private static final long SIZE = 1L << 30;

    /** A bitmap of which all is marked, for several threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        private final DirtyMemory dirty = new DirtyMemory(12, AsymmetricFence.of(Host.system()));

        private final DirtyMemory fenced = new DirtyMemory(12, AsymmetricFence.SYMMETRIC);

        /** Marks all pages. */
        public Shared() {
            fenced.extend(SIZE);
            fenced.markDirty(0, SIZE, DirtyClient.ALL);
            dirty.extend(SIZE);
            dirty.markDirty(0, SIZE, DirtyClient.ALL);
        }
    }

    private final DirtyMemory dirty = new DirtyMemory(12, AsymmetricFence.of(Host.system()));
    private long address;

    /** Makes room for the pages. */
    public DirtyMemoryBenchmark() {
        dirty.extend(SIZE);
    }

    private long next() {
        address = (address + 0x3001_0F17L) & (SIZE - 1) & -8;
        return address;
    }

    /** Marks a page that is marked already, most of the time, for one client. */
    @Benchmark
    public void markForOneClient() {
        dirty.markDirty(next() & 0xffffff, DirtyClient.MIGRATION);
    }

    /** Marks eight written bytes for all clients. */
    @Benchmark
    public void markEightBytesForAllClients() {
        dirty.markDirty(next() & 0xffffff, 8, DirtyClient.ALL);
    }

    /** Marks pages that are marked already for one client, in two threads at once. */
    @Benchmark
    @Threads(2)
    public void markInTwoThreads(Shared shared) {
        shared.dirty.markDirty(next() & 0xffffff, DirtyClient.MIGRATION);
    }

    /** Marks pages that are marked already for all clients, in two threads at once. */
    @Benchmark
    @Threads(2)
    public void markForAllClientsInTwoThreads(Shared shared) {
        shared.dirty.markDirty(next() & 0xffffff, 8, DirtyClient.ALL);
    }

    /** Marks pages that are marked already in two threads at once, with a full fence for each mark: for comparison. */
    @Benchmark
    @Threads(2)
    public void markInTwoThreadsWithFullFences(Shared shared) {
        shared.fenced.markDirty(next() & 0xffffff, DirtyClient.MIGRATION);
    }

    /** Marks a page and clears it again. */
    @Benchmark
    public long markAndClear() {
        long page = next();
        dirty.markDirty(page, DirtyClient.MIGRATION);
        return dirty.testAndClear(page, 1, DirtyClient.MIGRATION);
    }

    /** Looks whether a page is marked. */
    @Benchmark
    public boolean test() {
        return dirty.isAnyDirty(next(), 8, DirtyClient.VGA);
    }
}
