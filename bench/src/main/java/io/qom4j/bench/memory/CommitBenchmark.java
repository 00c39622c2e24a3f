// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.memory;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.space.AddressSpace;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long each of five million reads takes while another thread shows and hides regions without a pause, and while none does.
 *
 * <p>Every read is timed by itself, the clock's own time included. (JMH's sampling would disturb the few reads that it times.)
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 1)
public class CommitBenchmark {
    private static final int REGIONS = 256;
    private static final int READS = 5_000_000;

    private final Board board = new Board();
    private final MemoryRegion[] registers = new MemoryRegion[REGIONS / 2];
    private final AddressSpace space;
    private volatile boolean isReading;

    /** Nanoseconds that a read took. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Nanoseconds {
        /** Half of the reads took at most so long. */
        public long median;

        /** All but one of a thousand took at most so long. */
        public long p99_9;

        /** How many commits there were meanwhile. */
        public long commits;
    }

    /** Places RAM, and registers between. */
    public CommitBenchmark() {
        for (int i = 0; i < REGIONS; i += 2) {
            board.ram("r" + i, i * 8192L, 4096);
            registers[i / 2] = board.registers("d" + i, (i + 1) * 8192L, 4096, 0);
        }
        space = board.space();
    }

    /** Ends the runtime. */
    @TearDown(Level.Trial)
    public void close() {
        board.close();
    }

    /** Reads RAM while the map changes. */
    @Benchmark
    public void duringCommits(Nanoseconds result, Blackhole sink) throws InterruptedException {
        isReading = true;
        long[] commits = new long[1];
        Thread committer = new Thread(() -> {
            while (isReading) {
                MemoryRegion region = registers[(int) (commits[0]++ % registers.length)];
                region.setEnabled(!region.isEnabled());
            }
        });
        committer.start();
        read(result, sink);
        isReading = false;
        committer.join();
        result.commits = commits[0];
    }

    /** Reads RAM while nothing changes. */
    @Benchmark
    public void inPeace(Nanoseconds result, Blackhole sink) {
        read(result, sink);
    }

    private void read(Nanoseconds result, Blackhole sink) {
        int[] reads = new int[4096];
        long address = 0;
        for (int i = 0; i < READS; i++) {
            address = (address + 16384) & 0xfffff;
            long start = System.nanoTime();
            sink.consume(space.getLong(address, ByteOrder.LITTLE_ENDIAN));
            long took = System.nanoTime() - start;
            reads[(int) Math.min(took, reads.length - 1)]++;
        }
        result.median = percentile(reads, 0.5);
        result.p99_9 = percentile(reads, 0.999);
    }

    private static long percentile(int[] reads, double share) {
        long wanted = (long) (Arrays.stream(reads).asLongStream().sum() * share);
        int at = 0;
        for (long seen = reads[0]; seen < wanted; seen += reads[at]) {
            at++;
        }
        return at;
    }
}
