// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.DeviceEndian;
import io.qom4j.exec.region.RegionOps;
import java.util.ArrayList;
import java.util.List;

/** A device whose registers are bytes side by side: what it is asked for, in whatever sizes, must come to the same bytes. */
final class ByteDevice implements RegionOps {
    /** One call of an operation. */
    record Call(boolean isWrite, long offset, int size) {}

    final byte[] bytes;
    final List<Call> calls = new ArrayList<>();
    private final AccessRules rules;

    ByteDevice(AccessRules rules, int length) {
        this.rules = rules;
        this.bytes = new byte[length];
    }

    /** Gives each byte another value, none of them 0. */
    void reset() {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x11 + i * 3);
        }
        calls.clear();
    }

    @Override
    public AccessRules rules() {
        return rules;
    }

    @Override
    public long read(long offset, int size) {
        calls.add(new Call(false, offset, size));
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[(int) offset + i] & 0xFFL) << shift(i, size);
        }
        return value;
    }

    @Override
    public void write(long offset, long value, int size) {
        calls.add(new Call(true, offset, size));
        for (int i = 0; i < size; i++) {
            bytes[(int) offset + i] = (byte) (value >>> shift(i, size));
        }
    }

    private int shift(int index, int size) {
        return (rules.endian() == DeviceEndian.BIG ? size - 1 - index : index) * Byte.SIZE;
    }
}
