// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.memory;

import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.space.AddressSpace;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What copying 64 MiB costs through an address space, and between the memories themselves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BulkCopyBenchmark {
    private static final long SIZE = 64L << 20;

    private final Board board = new Board();
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory = arena.allocate(SIZE, 2 << 20);
    private final MemorySegment other = arena.allocate(SIZE, 2 << 20);
    private final AddressSpace space;

    /** Places the two memories side by side. */
    public BulkCopyBenchmark() {
        memory.fill((byte) 1);
        other.fill((byte) 2);
        board.root.addSubregion(0, MemoryRegion.free(board.qom, "a").ram(RegionMemory.of(memory)));
        board.root.addSubregion(SIZE, MemoryRegion.free(board.qom, "b").ram(RegionMemory.of(other)));
        space = board.space();
    }

    /** Ends the runtime. */
    @TearDown(Level.Trial)
    public void close() {
        board.close();
        arena.close();
    }

    /** Copies one memory to the other. */
    @Benchmark
    public MemorySegment direct() {
        MemorySegment.copy(memory, 0, other, 0, SIZE);
        return other;
    }

    /** Reads guest memory into the other memory. */
    @Benchmark
    public MemTxResult read() {
        return space.read(0, other);
    }

    /** Writes the other memory into the guest's. */
    @Benchmark
    public MemTxResult write() {
        return space.write(0, other);
    }

    /** Copies within the address space. */
    @Benchmark
    public MemTxResult copy() {
        return space.copy(0, SIZE, SIZE);
    }
}
