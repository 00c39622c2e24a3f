// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.AccessRules;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What accesses to a {@link ByteDevice} come to, byte by byte: no shifts of parts, no swapping. A valid read yields the bytes at its
 * addresses, a valid write puts bytes there; where the device can only write more than that, the rest becomes 0.
 */
final class AccessModel {
    final byte[] bytes;
    final List<ByteDevice.Call> calls = new ArrayList<>();
    boolean failed;
    private final AccessRules rules;

    AccessModel(AccessRules rules, byte[] bytes) {
        this.rules = rules;
        this.bytes = bytes.clone();
    }

    boolean isValid(int offset, int size) {
        return (rules.validUnaligned() || offset % size == 0)
                && (rules.validMax() == 0 || (size >= rules.validMin() && size <= rules.validMax()));
    }

    /** Makes one read; returns the bytes, lowest address first. */
    byte[] read(int offset, int size) {
        byte[] read = new byte[size];
        if (!isValid(offset, size)) {
            failed = true;
            return read;
        }
        call(false, offset, size);
        System.arraycopy(bytes, offset, read, 0, size);
        return read;
    }

    /** Makes one write. */
    void write(int offset, byte[] written) {
        if (!isValid(offset, written.length)) {
            failed = true;
            return;
        }
        int covered = call(true, offset, written.length);
        for (int i = 0; i < covered; i++) {
            bytes[offset + i] = i < written.length ? written[i] : 0;
        }
    }

    /** Notes the calls that an access is made of, and returns how many bytes they cover. */
    private int call(boolean isWrite, int offset, int size) {
        int smallest = rules.implMin() == 0 ? 1 : rules.implMin();
        int largest = rules.implMax() == 0 ? 4 : rules.implMax();
        int piece = size > largest ? largest : size;
        piece = piece < smallest ? smallest : piece;
        int covered = 0;
        do {
            calls.add(new ByteDevice.Call(isWrite, offset + covered, piece));
            covered += piece;
        } while (covered < size);
        return covered;
    }

    /** Returns the sizes of the accesses of which a transfer is made. */
    List<Integer> sizesOfTransfer(int offset, int length) {
        List<Integer> sizes = new ArrayList<>();
        for (int done = 0; done < length; ) {
            int size = 8;
            while (size > length - done
                    || size > (rules.validMax() == 0 ? 4 : rules.validMax())
                    || (!rules.implUnaligned() && (offset + done) % size != 0)) {
                size /= 2;
            }
            sizes.add(size);
            done += size;
        }
        return sizes;
    }

    static long number(byte[] bytes, ByteOrder order) {
        long value = 0;
        for (int i = 0; i < bytes.length; i++) {
            int at = order == ByteOrder.BIG_ENDIAN ? i : bytes.length - 1 - i;
            value = (value << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        return value;
    }
}
