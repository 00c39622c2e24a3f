// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.fault;

import static io.qom4j.exec.fault.WaysToMemory.Answer.FAULT;
import static io.qom4j.exec.fault.WaysToMemory.Answer.NONE;
import static io.qom4j.exec.fault.WaysToMemory.Answer.REFUSAL;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.qom4j.core.Qom;
import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.MemoryAdvice;
import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.ram.Preallocation;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.region.RegionOps;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.GuestMapping;
import io.qom4j.exec.space.MemoryTopology;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Every way that the public API offers to the memory of a block, each leading to a page that can vanish. */
final class WaysToMemory implements AutoCloseable {
    /** What the way ends in when the page has vanished. */
    enum Answer {
        FAULT,
        REFUSAL,
        NONE
    }

    /** One way. */
    record Way(String name, Answer answer, Runnable use) {}

    /** A page that vanishes, in the block. */
    private static final long GONE = 8192;

    /** Where the block is mapped; each further kind of memory of it follows at a distance. */
    private static final long BASE = 0x100000;

    private static final long DISTANCE = 0x100000;
    private static final long SMALL = 100;

    private final Qom qom;
    private final RamList list;
    private final RamBlock block;
    private final GuardedMemory memory;
    private final AddressSpace space;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment onHeap = MemorySegment.ofArray(new byte[(int) SMALL]);
    private final MemorySegment offHeap = arena.allocate(SMALL);
    private final List<Way> ways = new ArrayList<>();
    private volatile long seen;

    WaysToMemory(Qom qom, RamList list, RamBlock block) {
        this.qom = qom;
        this.list = list;
        this.block = block;
        this.memory = block.guarded();
        this.space = mapped();
        guarded();
        words();
        bulk();
        atomics();
        mappings();
        blockWork();
    }

    List<Way> ways() {
        return ways;
    }

    /** Returns what was read last. */
    long seen() {
        return seen;
    }

    private AddressSpace mapped() {
        MemoryRegion root = MemoryRegion.free(qom, "system").container(RegionSize.WHOLE);
        RegionSize size = RegionSize.of(CutFileProgram.SIZE);
        RegionMemory shown = RegionMemory.mayFault(block.segment());
        MemoryRegion ram = MemoryRegion.free(qom, "ram").ram(block, CutFileProgram.SIZE);
        ram.dirtyLog().start(DirtyClient.VGA);
        root.addSubregion(BASE, ram);
        root.addSubregion(BASE + DISTANCE, MemoryRegion.free(qom, "rom").rom(shown));
        root.addSubregion(BASE + 2 * DISTANCE, MemoryRegion.free(qom, "ramd").ramDevice(shown, size));
        root.addSubregion(BASE + 3 * DISTANCE, MemoryRegion.free(qom, "romd").romDevice(shown, new Silent(), size));
        root.addSubregion(
                BASE + 4 * DISTANCE,
                MemoryRegion.free(qom, "sure").ram(RegionMemory.of(arena.allocate(CutFileProgram.SIZE, 4096))));
        root.addSubregion(BASE + 5 * DISTANCE, MemoryRegion.free(qom, "alias").alias(ram, GONE, 4));
        return qom.service(MemoryTopology.class).newAddressSpace("memory", root);
    }

    /** A device that does nothing. */
    private static final class Silent implements RegionOps {
        @Override
        public long read(long offset, int size) {
            return 0;
        }

        @Override
        public void write(long offset, long value, int size) {}
    }

    /** Adds a way that yields a value; it is kept, for a read whose value nobody uses is not made in compiled code. */
    private void reads(String name, LongSupplier value) {
        add(name, FAULT, () -> seen = value.getAsLong());
    }

    private void add(String name, Answer answer, Runnable use) {
        ways.add(new Way(name, answer, use));
    }

    private void guarded() {
        reads("guarded getByte", () -> memory.getByte(GONE));
        reads("guarded getShort", () -> memory.getShort(GONE));
        reads("guarded getInt", () -> memory.getInt(GONE));
        reads("guarded getLong", () -> memory.getLong(GONE));
        reads("guarded getLong unaligned", () -> memory.getLong(GONE - 3));
        add("guarded putByte", FAULT, () -> memory.putByte(GONE, (byte) 1));
        add("guarded putShort", FAULT, () -> memory.putShort(GONE, (short) 1));
        add("guarded putInt", FAULT, () -> memory.putInt(GONE, 1));
        add("guarded putLong", FAULT, () -> memory.putLong(GONE, 1));
        add("guarded read to heap", FAULT, () -> memory.read(GONE, onHeap));
        add("guarded read to native", FAULT, () -> memory.read(GONE - 50, offHeap));
        add("guarded write from heap", FAULT, () -> memory.write(GONE, onHeap));
        add("guarded write from native", FAULT, () -> memory.write(GONE - 50, offHeap));
        add("guarded fill", FAULT, () -> memory.fill(GONE, SMALL, (byte) 1));
        add("guarded copy out", FAULT, () -> memory.copyTo(GONE, new GuardedMemory(onHeap, false), 0, SMALL));
        add("guarded copy in", FAULT, () -> new GuardedMemory(offHeap, false).copyTo(0, memory, GONE, SMALL));
        add("guarded copy within", FAULT, () -> memory.copyTo(0, memory, GONE, SMALL));
        reads("guarded mismatch", () -> memory.mismatch(GONE, offHeap));
        reads("guarded slice", () -> memory.slice(GONE, 8).getLong(0));
        reads("guarded read-only", () -> memory.asReadOnly().getLong(GONE));
        add("guarded compareAndSetLong", FAULT, () -> memory.compareAndSetLong(GONE, 7, 7));
        add("guarded compareAndSetInt", FAULT, () -> memory.compareAndSetInt(GONE, 7, 7));
    }

    private void words() {
        for (int kind = 0; kind < 4; kind++) {
            long at = BASE + kind * DISTANCE + GONE;
            reads(kind + " getByte", () -> space.getByte(at));
            reads(kind + " getShort", () -> space.getShort(at, BIG_ENDIAN));
            reads(kind + " getInt", () -> space.getInt(at, LITTLE_ENDIAN));
            reads(kind + " getLong", () -> space.getLong(at, LITTLE_ENDIAN));
            reads(
                    kind + " load",
                    () -> space.load(at, 8, BIG_ENDIAN, MemTxAttributes.UNSPECIFIED)
                            .value());
        }
        for (long at : new long[] {BASE + GONE, BASE + 2 * DISTANCE + GONE}) {
            add("putByte", FAULT, () -> space.putByte(at, (byte) 1));
            add("putShort", FAULT, () -> space.putShort(at, (short) 1, BIG_ENDIAN));
            add("putInt", FAULT, () -> space.putInt(at, 1, LITTLE_ENDIAN));
            add("putLong", FAULT, () -> space.putLong(at, 1, LITTLE_ENDIAN));
            add("store", FAULT, () -> space.store(at, 8, 1, BIG_ENDIAN, MemTxAttributes.UNSPECIFIED));
        }
        long end = BASE + 5 * DISTANCE;
        reads("getLong across the end of a region", () -> space.getLong(end, LITTLE_ENDIAN));
        add("putLong across the end of a region", FAULT, () -> space.putLong(end, 1, LITTLE_ENDIAN));
    }

    private void bulk() {
        long sure = BASE + 4 * DISTANCE;
        for (int kind = 0; kind < 4; kind++) {
            long at = BASE + kind * DISTANCE + GONE;
            add(kind + " read to heap", FAULT, () -> space.read(at, onHeap));
            add(kind + " read to native", FAULT, () -> space.read(at - 50, offHeap));
            reads(kind + " mismatch", () -> space.mismatch(at, offHeap));
            add(kind + " copy out", FAULT, () -> space.copy(at, sure, SMALL));
        }
        for (long at : new long[] {BASE + GONE, BASE + 2 * DISTANCE + GONE}) {
            add("write from heap", FAULT, () -> space.write(at, onHeap));
            add("write from native", FAULT, () -> space.write(at - 50, offHeap));
            add("fill", FAULT, () -> space.fill(at, SMALL, (byte) 1));
            add("copy in", FAULT, () -> space.copy(sure, at, SMALL));
            add("copy within", FAULT, () -> space.copy(at - GONE, at, SMALL));
        }
    }

    private void atomics() {
        add("compareAndSetLong", FAULT, () -> space.compareAndSetLong(BASE + GONE, 7, 7, BIG_ENDIAN));
        add("compareAndSetInt", FAULT, () -> space.compareAndSetInt(BASE + GONE, 7, 7, LITTLE_ENDIAN));
    }

    private void mappings() {
        for (boolean isWrite : new boolean[] {true, false}) {
            String name = "mapped for " + (isWrite ? "writing" : "reading");
            add(
                    name + ", and not touched",
                    NONE,
                    () -> space.map(BASE + GONE, SMALL, isWrite).close());
            reads(name + ", getLong", () -> {
                try (GuestMapping bytes = space.map(BASE + GONE, SMALL, isWrite)) {
                    return bytes.guarded().getLong(8);
                }
            });
            reads(name + ", mismatch", () -> {
                try (GuestMapping bytes = space.map(BASE + GONE, SMALL, isWrite)) {
                    return bytes.guarded().mismatch(0, onHeap);
                }
            });
        }
        add("mapped for writing, compareAndSetLong", FAULT, () -> {
            try (GuestMapping bytes = space.map(BASE + GONE, SMALL, true)) {
                bytes.guarded().compareAndSetLong(8, 7, 7);
            }
        });
        add(
                "a copy of a ROM device's bytes",
                FAULT,
                () -> space.map(BASE + 2 * DISTANCE + GONE, SMALL, false).close());
    }

    private void blockWork() {
        Host host = list.host();
        add("preallocation", REFUSAL, () -> new Preallocation(host, block, 1, (done, total) -> {}).run());
        add("write back", NONE, () -> list.writeback().writeBack(block));
        add("populating", REFUSAL, () -> host.madvise(block.segment(), MemoryAdvice.MADV_POPULATE_READ));
        add("merging", NONE, () -> host.madvise(block.segment(), MemoryAdvice.MADV_UNMERGEABLE));
        add("marking dirty", NONE, () -> list.dirty().markDirty(block.offset() + GONE, SMALL, DirtyClient.ALL));
        add("discarding", NONE, () -> list.discard().discardWithFile(block, GONE + 4096, 4096));
    }

    @Override
    public void close() {
        space.close();
        arena.close();
    }
}
