// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.ram;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamBlockOwner;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import java.util.List;
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

/** What real blocks of 4 KiB cost among many: making and freeing one, and finding one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RamListBenchmark {
    /** How many blocks there are. */
    @Param({"100", "1000", "10000"})
    public int blocks;

    private final SplittableRandom random = new SplittableRandom(42);
    private final RamList list = new RamList(Host.system());
    private RamBlock[] present = new RamBlock[0];

    /** Makes the blocks. */
    @Setup(Level.Trial)
    public void fill() {
        for (int i = 0; i < blocks; i++) {
            make();
        }
        present = List.copyOf(list.blocks()).toArray(RamBlock[]::new);
    }

    /** Frees the blocks. */
    @TearDown(Level.Trial)
    public void free() {
        list.close();
    }

    private RamBlock make() {
        return list.allocator().allocate(RamRequest.of(RamBlockOwner.named("m"), 4096));
    }

    /** Makes a block and frees it. */
    @Benchmark
    public void makeAndFree() {
        list.free(make());
    }

    /** Finds a block by an offset in it. */
    @Benchmark
    public RamBlock findByOffset() {
        return list.blockAtOffset(present[random.nextInt(present.length)].offset() + 100);
    }

    /** Finds a block by a host address in it. */
    @Benchmark
    public long findByHostAddress() {
        return list.ramAddrOfHost(present[random.nextInt(present.length)].address() + 100);
    }
}
