// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.memory;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.space.AddressSpace;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a word costs through an address space of 256 ranges of RAM of many sizes, and in the memory itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class AccessBenchmark {
    private static final int RANGES = 256;
    private static final int ADDRESSES = 1 << 14;
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final Board board = new Board();
    private final Arena arena = Arena.ofShared();
    private final long[] everywhere = new long[ADDRESSES];
    private MemorySegment direct = MemorySegment.NULL;
    private AddressSpace space = board.space();
    private long local;
    private long faulting;
    private long offset;
    private int next;

    /** Places the RAM with holes between, and chooses addresses in it. */
    @Setup(Level.Trial)
    public void fill() {
        SplittableRandom random = new SplittableRandom(42);
        long address = 0;
        long[] starts = new long[RANGES];
        long[] sizes = new long[RANGES];
        for (int i = 0; i < RANGES; i++) {
            starts[i] = address;
            sizes[i] = (1 + random.nextInt(8)) * 4096L;
            board.ram("r" + i, address, sizes[i]);
            address += sizes[i] + random.nextInt(4) * 4096L;
        }
        direct = arena.allocate(1 << 16, 4096);
        local = address;
        board.root.addSubregion(local, MemoryRegion.free(board.qom, "local").ram(RegionMemory.of(direct)));
        faulting = local + (1 << 20);
        board.root.addSubregion(
                faulting, MemoryRegion.free(board.qom, "faulting").ram(RegionMemory.mayFault(direct)));
        space = board.space();
        for (int i = 0; i < ADDRESSES; i++) {
            int range = random.nextInt(RANGES);
            everywhere[i] = starts[range] + random.nextLong(sizes[range] / 8) * 8;
        }
    }

    /** Ends the runtime. */
    @TearDown(Level.Trial)
    public void close() {
        board.close();
        arena.close();
    }

    private long nearby() {
        offset = (offset + 8) & 0xfff8;
        return offset;
    }

    /** Reads the memory itself. */
    @Benchmark
    public long readDirectly() {
        return direct.get(ValueLayout.JAVA_LONG_UNALIGNED, nearby());
    }

    /** Reads one range of RAM. */
    @Benchmark
    public long readLocally() {
        return space.getLong(local + nearby(), ORDER);
    }

    /** Reads one range of RAM that a file backs, which may be cut. */
    @Benchmark
    public long readLocallyFromFile() {
        return space.getLong(faulting + nearby(), ORDER);
    }

    /** Reads any range. */
    @Benchmark
    public long readRandomly() {
        next = (next + 1) & (ADDRESSES - 1);
        return space.getLong(everywhere[next], ORDER);
    }

    /** Writes the memory itself. */
    @Benchmark
    public void writeDirectly() {
        direct.set(ValueLayout.JAVA_LONG_UNALIGNED, nearby(), offset);
    }

    /** Writes one range of RAM. */
    @Benchmark
    public void writeLocally() {
        space.putLong(local + nearby(), offset, ORDER);
    }
}
