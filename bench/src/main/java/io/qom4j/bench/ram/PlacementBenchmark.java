// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.ram;

import io.qom4j.exec.ram.RamPlacement;
import io.qom4j.exec.ram.RamSlot;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a place costs among many blocks of many sizes: one is freed at random, and one of another size placed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class PlacementBenchmark {
    /** How many blocks there are. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int blocks;

    private final SplittableRandom random = new SplittableRandom(42);
    private RamPlacement placement = new RamPlacement();
    private RamSlot[] slots = new RamSlot[0];

    /** Places the blocks, and frees and places each once so that there are holes of many sizes. */
    @Setup(Level.Trial)
    public void fill() {
        placement = new RamPlacement();
        slots = new RamSlot[blocks];
        for (int i = 0; i < blocks; i++) {
            slots[i] = placement.place(size());
        }
        for (int i = 0; i < blocks; i++) {
            freeAndPlace();
        }
    }

    private long size() {
        return (1 + random.nextInt(2048)) * 4096L;
    }

    /** Frees one block and places one: two operations. */
    @Benchmark
    @OperationsPerInvocation(2)
    public RamSlot freeAndPlace() {
        int victim = random.nextInt(slots.length);
        placement.free(slots[victim]);
        slots[victim] = placement.place(size());
        return slots[victim];
    }
}
