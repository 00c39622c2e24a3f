// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.memory;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.view.FlatView;
import io.qom4j.exec.view.ViewRenderer;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to make a view of many regions that overlap at random, and to show or hide one of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class FlatViewBenchmark {
    /** How many regions there are. */
    @Param({"1000", "10000"})
    public int regions;

    private Board board = new Board();
    private MemoryRegion toggled = board.root;

    /** Places the regions. */
    @Setup(Level.Trial)
    public void fill() {
        board = new Board();
        SplittableRandom random = new SplittableRandom(42);
        board.topology.transaction(() -> {
            for (int i = 0; i < regions; i++) {
                long address = random.nextLong(regions * 4L) * 4096;
                toggled = board.registers("r" + i, address, (1 + random.nextInt(16)) * 4096L, random.nextInt(8));
            }
        });
        AddressSpace space = board.space();
        if (space.view().ranges().size() < regions / 4) {
            throw new IllegalStateException("the regions hide each other");
        }
    }

    /** Ends the runtime. */
    @TearDown(Level.Trial)
    public void close() {
        board.close();
    }

    /** Makes the view, and nothing else. */
    @Benchmark
    public FlatView render() {
        return ViewRenderer.render(board.root, false);
    }

    /** Shows or hides a region: a transaction with its rebuild, comparison and publication. */
    @Benchmark
    public boolean toggle() {
        toggled.setEnabled(!toggled.isEnabled());
        return toggled.isEnabled();
    }
}
