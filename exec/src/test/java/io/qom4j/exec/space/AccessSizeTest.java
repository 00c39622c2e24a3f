// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.DeviceEndian;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of sizes, byte order and alignment that a device can declare, accessed in all ways, against a model of bytes. */
class AccessSizeTest {
    private static final int[] SIZES = {0, 1, 2, 4, 8};
    private static final int[] WORDS = {1, 2, 4, 8};
    private static final int LENGTH = 48;
    private static final int OFFSETS = 9;
    private static final byte[] DATA = {
        (byte) 0xa1, (byte) 0xb2, (byte) 0xc3, (byte) 0xd4, (byte) 0xe5, (byte) 0xf6, 0x17, 0x28
    };

    static Stream<AccessRules> rules() {
        List<AccessRules> all = new ArrayList<>();
        for (DeviceEndian endian : List.of(DeviceEndian.LITTLE, DeviceEndian.BIG)) {
            for (int validMin : SIZES) {
                for (int validMax : SIZES) {
                    for (int alignment = 0; alignment < 3; alignment++) {
                        all.add(new AccessRules(validMin, validMax, alignment > 0, 0, 0, alignment > 1, endian));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void loadsYieldTheBytesThere(AccessRules valid) {
        forEachImplementation(valid, (space, device) -> {
            for (int offset = 0; offset < OFFSETS; offset++) {
                for (int size : WORDS) {
                    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                        device.reset();
                        AccessModel model = new AccessModel(device.rules(), device.bytes);
                        long expected = AccessModel.number(model.read(offset, size), order);

                        MemoryWords.Loaded loaded = space.load(offset, size, order, MemTxAttributes.UNSPECIFIED);

                        assertThat(loaded).isEqualTo(new MemoryWords.Loaded(expected, result(model)));
                        assertSame(device, model);
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void storesPutTheBytesThere(AccessRules valid) {
        forEachImplementation(valid, (space, device) -> {
            for (int offset = 0; offset < OFFSETS; offset++) {
                for (int size : WORDS) {
                    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                        device.reset();
                        AccessModel model = new AccessModel(device.rules(), device.bytes);
                        byte[] written = Arrays.copyOf(DATA, size);
                        model.write(offset, written);

                        MemTxResult result = space.store(
                                offset, size, AccessModel.number(written, order), order, MemTxAttributes.UNSPECIFIED);

                        assertThat(result).isEqualTo(result(model));
                        assertSame(device, model);
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void transfersAreMadeOfTheLargestAccessesThatFit(AccessRules valid) {
        forEachImplementation(valid, (space, device) -> {
            for (int offset = 0; offset < OFFSETS; offset++) {
                for (int length = 0; length <= 13; length += length < 4 ? 1 : 3) {
                    read(space, device, offset, length);
                    write(space, device, offset, length);
                }
            }
        });
    }

    private static void read(AddressSpace space, ByteDevice device, int offset, int length) {
        device.reset();
        AccessModel model = new AccessModel(device.rules(), device.bytes);
        byte[] expected = new byte[length];
        int done = 0;
        for (int size : model.sizesOfTransfer(offset, length)) {
            System.arraycopy(model.read(offset + done, size), 0, expected, done, size);
            done += size;
        }
        byte[] actual = new byte[length];

        assertThat(space.read(offset, MemorySegment.ofArray(actual))).isEqualTo(result(model));

        assertThat(actual).isEqualTo(expected);
        assertSame(device, model);
    }

    private static void write(AddressSpace space, ByteDevice device, int offset, int length) {
        device.reset();
        AccessModel model = new AccessModel(device.rules(), device.bytes);
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (0x80 + i);
        }
        int done = 0;
        for (int size : model.sizesOfTransfer(offset, length)) {
            model.write(offset + done, Arrays.copyOfRange(data, done, done + size));
            done += size;
        }

        assertThat(space.write(offset, MemorySegment.ofArray(data))).isEqualTo(result(model));

        assertSame(device, model);
    }

    private static void forEachImplementation(AccessRules valid, BiConsumer<AddressSpace, ByteDevice> check) {
        try (Machine machine = new Machine()) {
            for (int min : SIZES) {
                for (int max : SIZES) {
                    ByteDevice device = new ByteDevice(valid.impl(min, max), LENGTH);
                    MemoryRegion region =
                            MemoryRegion.free(machine.qom(), "regs").io(device, LENGTH);
                    MemoryTopology topology = machine.qom().service(MemoryTopology.class);
                    try (AddressSpace space = topology.newAddressSpace("bus", region)) {
                        check.accept(space, device);
                    }
                }
            }
        }
    }

    private static MemTxResult result(AccessModel model) {
        return model.failed ? MemTxResult.DECODE_ERROR : MemTxResult.OK;
    }

    private static void assertSame(ByteDevice device, AccessModel model) {
        if (!device.calls.equals(model.calls) || !Arrays.equals(device.bytes, model.bytes)) {
            assertThat(device.calls).isEqualTo(model.calls);
            assertThat(device.bytes).isEqualTo(model.bytes);
        }
    }
}
