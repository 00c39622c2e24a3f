// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.memory;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.space.AddressSpace;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long single reads take while another thread shows and hides regions without a pause; the clock's own time is in it. */
@State(Scope.Group)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
public class CommitBenchmark {
    private static final int REGIONS = 256;

    private final Board board = new Board();
    private final MemoryRegion[] regions = new MemoryRegion[REGIONS];
    private final AddressSpace space;
    private long read;
    private int commit;

    /** Places RAM, and registers around it. */
    public CommitBenchmark() {
        for (int i = 0; i < REGIONS; i++) {
            regions[i] =
                    i % 2 == 0 ? board.ram("r" + i, i * 8192L, 4096) : board.registers("r" + i, i * 8192L, 4096, 0);
        }
        space = board.space();
    }

    /** Ends the runtime. */
    @TearDown(Level.Trial)
    public void close() {
        board.close();
    }

    /** Reads RAM. */
    @Benchmark
    @Group("commits")
    @GroupThreads(1)
    public long readMeanwhile() {
        read = (read + 16384) & 0xfffff;
        return space.getLong(read, ByteOrder.LITTLE_ENDIAN);
    }

    /** Shows or hides registers. */
    @Benchmark
    @Group("commits")
    @GroupThreads(1)
    public void commit() {
        commit = (commit + 2) & (REGIONS - 1);
        MemoryRegion region = regions[commit + 1];
        region.setEnabled(!region.isEnabled());
    }

    /** Reads RAM while nothing changes. */
    @Benchmark
    @Group("quiet")
    @GroupThreads(1)
    public long readInPeace() {
        read = (read + 16384) & 0xfffff;
        return space.getLong(read, ByteOrder.LITTLE_ENDIAN);
    }
}
