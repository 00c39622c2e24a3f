// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.backends;

import io.qom4j.backends.HostMemoryBackend;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Measures memory backends and a C program in turn, and prints the best of both with their ratio.
 *
 * <p>The first round of each is thrown away: the host is still finding pages, the JVM still compiling.
 */
public final class BackendsAgainstC {
    private static final int ROUNDS = 4;
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    private static final int MADV_NOHUGEPAGE = 15;

    private final Qom qom = Qom.create();
    private final Host host = qom.service(RamList.class).host();
    private final Peer peer;
    private final Path folder;

    private BackendsAgainstC(Peer peer, Path folder) {
        this.peer = peer;
        this.folder = folder;
    }

    /** Something that is measured: a figure in nanoseconds. */
    private interface Measurement {
        double take() throws IOException, InterruptedException;
    }

    /**
     * Measures.
     *
     * @param args the C program's source, a folder on the file system that files are to lie on, then what to measure: some of
     *     {@code live}, {@code copy}, {@code persist}, {@code preallocate}; all if nothing is named
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of(args[1]), "bench");
        List<String> wanted = args.length > 2
                ? Arrays.asList(args).subList(2, args.length)
                : List.of("live", "copy", "persist", "preallocate");
        BackendsAgainstC bench = new BackendsAgainstC(Peer.compile(Path.of(args[0]), folder), folder);
        System.out.println("| what | C | here | ratio |\n|---|---|---|---|");
        for (String each : wanted) {
            switch (each) {
                case "live" -> bench.live();
                case "copy" -> bench.copy();
                case "persist" -> bench.persist();
                case "preallocate" -> bench.preallocate();
                default -> throw new IllegalArgumentException("nothing is called '" + each + "'");
            }
        }
        bench.qom.close();
        Files.deleteIfExists(folder.resolve("host"));
        Files.delete(folder);
    }

    /** Takes measurements in turn, and returns the best of each. */
    private static double[] best(Measurement... measurements) throws IOException, InterruptedException {
        double[] best = new double[measurements.length];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < measurements.length; i++) {
                double taken = measurements[i].take();
                best[i] = round == 0 ? best[i] : Math.min(best[i], taken);
            }
        }
        return best;
    }

    private static void row(String what, double theirs, double ours) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %.2f |%n", what, time(theirs), time(ours), ours / theirs);
    }

    private static String time(double nanos) {
        return nanos < 1e6
                ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private HostMemoryBackend backend(String type, long size) {
        HostMemoryBackend made = qom.newObject(type, HostMemoryBackend.class);
        made.setSize(size);
        return made;
    }

    private RamBlock publish(String id, HostMemoryBackend made) {
        qom.objects().publish(made, id);
        made.unref();
        return Objects.requireNonNull(made.block());
    }

    private void delete(String id) {
        qom.objects().delete(id);
    }

    // ---- the life of a backend

    private void live() throws IOException, InterruptedException {
        int count = 40_000;
        double[] best = best(
                () -> peer.run("live", MIB, count),
                () -> repeat(count, () -> publish("m", backend("memory-backend-ram", MIB))),
                () -> repeat(
                        count,
                        () -> publish("m", backend("memory-backend-ram", MIB)).segment()));
        row("make and delete a `-ram` backend of 1 MiB", best[0], best[1]);
        row("the same, and somebody looks into the memory", best[0], best[2]);
    }

    private double repeat(int count, Runnable make) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            make.run();
            delete("m");
        }
        return (double) (System.nanoTime() - begin) / count;
    }

    // ---- bandwidth

    private void copy() throws IOException, InterruptedException {
        long size = 256 * MIB;
        int count = 8;
        RamBlock block = publish("m", backend("memory-backend-ram", size));
        RamBlock other = publish("other", backend("memory-backend-ram", size));
        other.segment().fill((byte) 2);
        block.segment().fill((byte) 1);
        double[] best =
                best(() -> peer.run("copy", size, count), () -> copyBoth(block.segment(), other.segment(), count));
        row("copy 256 MiB into the memory and out of it", best[0], best[1]);
        delete("m");
        delete("other");
    }

    private static double copyBoth(MemorySegment memory, MemorySegment other, int count) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            MemorySegment.copy(other, 0, memory, 0, memory.byteSize());
            MemorySegment.copy(memory, 0, other, 0, memory.byteSize());
            best = Math.min(best, (double) (System.nanoTime() - begin));
        }
        return best;
    }

    // ---- persistence

    private void persist() throws IOException, InterruptedException {
        int count = 400;
        for (int bytes : new int[] {64, 4096}) {
            double[] best = best(
                    () -> peer.run("persist", folder.resolve("theirs"), bytes, count),
                    () -> persistOurs(bytes, count, true),
                    () -> persistOurs(bytes, count, false));
            row("persist " + bytes + " bytes, `share=on,pmem=on`", best[0], best[1]);
            row("persist " + bytes + " bytes, `share=on`", best[0], best[2]);
        }
    }

    private double persistOurs(int bytes, int count, boolean pmem) throws IOException {
        Path file = folder.resolve("ours");
        HostMemoryBackend made = backend("memory-backend-file", MIB);
        made.setString("mem-path", file.toString());
        made.setShared(true);
        made.setBool("pmem", pmem);
        RamBlock block = publish("m", made);
        RamList list = qom.service(RamList.class);
        block.segment().fill((byte) 1);
        list.writeback().writeBack(block);
        double[] took = new double[count];
        for (int i = 0; i < count; i++) {
            long at = i * 37L % (MIB / 4096) * 4096;
            block.segment().asSlice(at, bytes).fill((byte) i);
            long begin = System.nanoTime();
            list.writeback().writeBack(block, at, bytes);
            took[i] = System.nanoTime() - begin;
        }
        delete("m");
        Files.delete(file);
        Arrays.sort(took);
        return took[count / 2];
    }

    // ---- preallocation

    private void preallocate() throws IOException, InterruptedException {
        for (String pages : new String[] {"small", "huge"}) {
            for (int threads = 1; threads <= 2; threads++) {
                int workers = threads;
                double[] best = best(
                        () -> peer.run("preallocate", "memset", 2 * GIB, workers, pages),
                        () -> peer.run("preallocate", "touch", 2 * GIB, workers, pages),
                        () -> peer.run("preallocate", "populate", 2 * GIB, workers, pages),
                        () -> preallocateOurs(workers, pages));
                String what = "preallocate 2 GiB, " + threads + " thread" + (threads == 1 ? "" : "s") + ", "
                        + (pages.equals("huge") ? "2 MiB" : "4 KiB") + " pages";
                System.out.printf(
                        Locale.ROOT,
                        "| %s (memset %s, touch %s, populate %s) | | | |%n",
                        what,
                        time(best[0]),
                        time(best[1]),
                        time(best[2]));
                row(what, Math.min(best[0], Math.min(best[1], best[2])), best[3]);
            }
        }
    }

    private double preallocateOurs(int threads, String pages) {
        HostMemoryBackend made = backend("memory-backend-ram", 2 * GIB);
        made.setPreallocThreads(threads);
        RamBlock block = publish("m", made);
        if (!pages.equals("huge")) {
            host.madvise(block.segment(), MADV_NOHUGEPAGE);
        }
        QomObject object = made;
        long begin = System.nanoTime();
        object.setBool("prealloc", true);
        double took = System.nanoTime() - begin;
        delete("m");
        return took;
    }
}
