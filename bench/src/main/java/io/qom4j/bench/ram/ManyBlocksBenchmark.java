// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.ram;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamBlockOwner;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
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

/** What adding real blocks of 4 KiB costs in a process that has just started: so many, and a hundred more. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ManyBlocksBenchmark {
    /** How many blocks there are before. */
    @Param({"0", "9900"})
    public int present;

    private final RamList list = new RamList(Host.system());

    /** Makes the blocks that are there before. */
    @Setup(Level.Iteration)
    public void fill() {
        add(present == 0 ? 100 : present);
        if (present == 0) {
            list.blocks().forEach(list::free);
        }
    }

    /** Frees the blocks. */
    @TearDown(Level.Iteration)
    public void free() {
        list.close();
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            list.allocator().allocate(RamRequest.of(RamBlockOwner.named("m"), 4096));
        }
    }

    /** Adds a hundred blocks. */
    @Benchmark
    public int addHundred() {
        add(100);
        return list.size();
    }

    /** Adds ten thousand blocks. */
    @Benchmark
    public int addTenThousand() {
        add(10_000);
        return list.size();
    }
}
