// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionContent;
import io.qom4j.exec.region.RegionMemory;
import io.qom4j.exec.region.RegionOps;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.MemoryTopology;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random trees of regions with real bytes behind them, read and written; each byte must be that of whoever is in front there. */
class ViewAccessProperties {
    private static final int SMALL_SPACE = 300;

    /** A device with a byte at each offset, in any size, wherever it begins. */
    private static final class Bytes implements RegionOps {
        final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public AccessRules rules() {
            return AccessRules.DEFAULT.valid(1, 8).impl(1, 1).handleUnaligned();
        }

        @Override
        public long read(long offset, int size) {
            return bytes[(int) offset];
        }

        @Override
        public void write(long offset, long value, int size) {
            bytes[(int) offset] = (byte) value;
        }
    }

    /** Gives each region bytes of its own, memory and device apart. */
    private static final class Contents implements RegionSpec.Contents {
        private int next;

        @Override
        public RegionMemory memory(RegionSize size) {
            return RegionMemory.of(MemorySegment.ofArray(bytes(size)));
        }

        @Override
        public RegionOps ops(RegionSize size) {
            return new Bytes(bytes(size));
        }

        private byte[] bytes(RegionSize size) {
            byte[] bytes = new byte[(int) size.low()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (1 + next++ * 7);
            }
            return bytes;
        }
    }

    @Property(tries = 1000)
    void eachByteIsReadFromWhoeverIsInFront(
            @ForAll("trees") List<RegionSpec> specs,
            @ForAll @IntRange(max = SMALL_SPACE - 1) int from,
            @ForAll @IntRange(max = SMALL_SPACE) int length) {
        inSpace(specs, (space, root) -> {
            byte[] read = new byte[length];
            space.read(from, MemorySegment.ofArray(read));

            byte[] expected = new byte[length];
            for (int i = 0; i < length; i++) {
                expected[i] = readAt(root, from + i);
                assertThat(space.getByte(from + i)).isEqualTo(expected[i]);
            }
            assertThat(read).isEqualTo(expected);
        });
    }

    @Property(tries = 1000)
    void eachByteIsWrittenToWhoeverIsInFront(
            @ForAll("trees") List<RegionSpec> specs,
            @ForAll @IntRange(max = SMALL_SPACE - 1) int from,
            @ForAll @IntRange(max = SMALL_SPACE) int length) {
        inSpace(specs, (space, root) -> {
            IdentityHashMap<byte[], byte[]> expected = new IdentityHashMap<>();
            byte[] data = new byte[length];
            for (int i = 0; i < length; i++) {
                data[i] = (byte) (0x80 + i);
                NaiveView.Seen seen = seen(root, from + i);
                byte[] written = seen == null ? null : writtenBy(seen);
                if (written != null) {
                    expected.computeIfAbsent(written, byte[]::clone)[
                            seen.offset().intValueExact()] = data[i];
                }
            }

            space.write(from, MemorySegment.ofArray(data));

            expected.forEach((actual, wanted) -> assertThat(actual).isEqualTo(wanted));
        });
    }

    private interface Check {
        void in(AddressSpace space, MemoryRegion root);
    }

    private static void inSpace(List<RegionSpec> specs, Check check) {
        try (Machine machine = new Machine()) {
            MemoryRegion root =
                    RegionSpec.build(machine.qom(), specs, new Contents()).getFirst();
            try {
                AddressSpace space = machine.qom().service(MemoryTopology.class).newAddressSpace("memory", root);
                check.in(space, NaiveView.effectiveRoot(root));
            } catch (MemoryMapException circle) {
                Assume.that(false);
            }
        }
    }

    private static NaiveView.Seen seen(MemoryRegion root, int address) {
        return NaiveView.at(root, BigInteger.valueOf(address));
    }

    private static byte readAt(MemoryRegion root, int address) {
        NaiveView.Seen seen = seen(root, address);
        if (seen == null) {
            return 0;
        }
        int offset = seen.offset().intValueExact();
        RegionContent content = seen.region().content();
        if (content.memory() != null) {
            return content.memory().segment().get(ValueLayout.JAVA_BYTE, offset);
        }
        return content.ops() instanceof Bytes device ? device.bytes[offset] : 0;
    }

    /** Returns the bytes that a write changes, or null if it is dropped. */
    private static byte[] writtenBy(NaiveView.Seen seen) {
        RegionContent content = seen.region().content();
        if (content.ops() instanceof Bytes device) {
            return device.bytes;
        }
        return content.memory() == null || seen.isReadOnly()
                ? null
                : (byte[]) content.memory().segment().heapBase().orElseThrow();
    }

    @Provide
    Arbitrary<List<RegionSpec>> trees() {
        return RegionSpec.trees(
                Arbitraries.longs().between(0, 40),
                Arbitraries.longs().between(0, 80).map(RegionSize::of));
    }
}
