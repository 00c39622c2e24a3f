// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.core.Qom;
import io.qom4j.exec.region.IommuEntry;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryBus;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionFactory;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.region.RegionOps;
import io.qom4j.exec.region.RegionSize;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A region of a random tree.
 *
 * @param kind what it is
 * @param parent which of the earlier regions it is put into, or a negative number for none
 * @param target which region it shows if it is an alias
 */
record RegionSpec(
        Kind kind, long address, RegionSize size, int priority, Flags flags, int parent, int target, long aliasOffset) {
    enum Kind {
        CONTAINER,
        ALIAS,
        RAM,
        ROM,
        ROM_DEVICE,
        RAM_DEVICE,
        IO,
        IOMMU,
        RESERVATION
    }

    record Flags(boolean isEnabled, boolean isReadOnly, boolean isNonvolatile, boolean isUnmergeable) {}

    /** Containers and aliases make trees interesting; all that ends one is as good as any other. */
    private static final Arbitrary<Kind> KINDS = Arbitraries.frequency(
            Tuple.of(6, Kind.CONTAINER),
            Tuple.of(5, Kind.ALIAS),
            Tuple.of(3, Kind.RAM),
            Tuple.of(2, Kind.ROM),
            Tuple.of(1, Kind.ROM_DEVICE),
            Tuple.of(1, Kind.RAM_DEVICE),
            Tuple.of(3, Kind.IO),
            Tuple.of(1, Kind.IOMMU),
            Tuple.of(1, Kind.RESERVATION));

    /** What the IOMMUs of a tree answer: nothing may pass. */
    private static final IommuEntry NOWHERE = new IommuEntry(
            new MemoryBus() {
                @Override
                public MemTxResult read(long address, MemorySegment target, MemTxAttributes attributes) {
                    return MemTxResult.ERROR;
                }

                @Override
                public MemTxResult write(long address, MemorySegment source, MemTxAttributes attributes) {
                    return MemTxResult.ERROR;
                }
            },
            0,
            0xf,
            false,
            false);

    static final RegionOps SILENT = new RegionOps() {
        @Override
        public long read(long offset, int size) {
            return 0;
        }

        @Override
        public void write(long offset, long value, int size) {}
    };

    /** Returns lists of regions whose addresses and sizes are taken from these. */
    static Arbitrary<List<RegionSpec>> trees(Arbitrary<Long> addresses, Arbitrary<RegionSize> sizes) {
        Arbitrary<Flags> flags = Combinators.combine(
                        Arbitraries.of(true, true, true, true, false),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, false, true))
                .as(Flags::new);
        Arbitrary<RegionSpec> region = Combinators.combine(
                        KINDS,
                        addresses,
                        sizes,
                        Arbitraries.integers().between(-1, 1),
                        flags,
                        Arbitraries.integers().between(-1, 30),
                        Arbitraries.integers().between(0, 30),
                        addresses)
                .as(RegionSpec::new);
        return region.list().ofMinSize(1).ofMaxSize(16);
    }

    /** What is behind the regions of a tree. */
    interface Contents {
        /** Nothing: enough to render the tree. */
        Contents NONE = new Contents() {
            @Override
            public RegionMemory memory(RegionSize size) {
                return RegionMemory.described();
            }

            @Override
            public RegionOps ops(RegionSize size) {
                return SILENT;
            }
        };

        /** Returns the memory of a region. */
        RegionMemory memory(RegionSize size);

        /** Returns the device of a region. */
        RegionOps ops(RegionSize size);
    }

    /** Makes regions with nothing behind them; see {@link #build(Qom, List, Contents)}. */
    static List<MemoryRegion> build(Qom qom, List<RegionSpec> specs) {
        return build(qom, specs, Contents.NONE);
    }

    /** Makes the regions; the first one is the root. Aliases may show any region that is no alias, and earlier aliases. */
    static List<MemoryRegion> build(Qom qom, List<RegionSpec> specs, Contents contents) {
        List<MemoryRegion> regions = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            RegionSpec spec = specs.get(i);
            regions.add(spec.kind == Kind.ALIAS ? null : spec.make(MemoryRegion.free(qom, "r" + i), contents));
        }
        for (int i = 0; i < specs.size(); i++) {
            RegionSpec spec = specs.get(i);
            if (spec.kind == Kind.ALIAS) {
                MemoryRegion target = regions.get(spec.target % specs.size());
                RegionFactory factory = MemoryRegion.free(qom, "r" + i);
                regions.set(
                        i,
                        target == null
                                ? factory.container(spec.size)
                                : factory.alias(target, spec.aliasOffset, spec.size));
            }
            MemoryRegion region = regions.get(i);
            region.setEnabled(spec.flags.isEnabled);
            region.setReadOnly(spec.flags.isReadOnly || spec.kind == Kind.ROM);
            region.setNonvolatile(spec.flags.isNonvolatile);
            region.setUnmergeable(spec.flags.isUnmergeable);
        }
        for (int i = 1; i < specs.size(); i++) {
            RegionSpec spec = specs.get(i);
            if (spec.parent >= 0) {
                regions.get(spec.parent % i).addSubregion(spec.address, regions.get(i), spec.priority);
            }
        }
        return regions;
    }

    private MemoryRegion make(RegionFactory factory, Contents contents) {
        return switch (kind) {
            case CONTAINER, ALIAS -> factory.container(size);
            case RAM -> factory.ram(contents.memory(size), size);
            case ROM -> factory.rom(contents.memory(size), size);
            case ROM_DEVICE -> factory.romDevice(contents.memory(size), contents.ops(size), size);
            case RAM_DEVICE -> factory.ramDevice(contents.memory(size), size);
            case IO -> factory.io(contents.ops(size), size);
            case IOMMU -> factory.iommu((offset, isWrite, attributes) -> NOWHERE, size);
            case RESERVATION -> factory.reservation(size);
        };
    }
}
