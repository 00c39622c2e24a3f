// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Work on many bytes of an address space that goes through a buffer. Confined to one thread. */
final class BulkWork {
    private static final int BUFFER = 1 << 16;

    private final AddressSpace space;
    private MemTxResult result = MemTxResult.OK;

    BulkWork(AddressSpace space) {
        this.space = space;
    }

    MemTxResult fill(long address, long length, byte value) {
        byte[] buffer = bufferFor(length);
        Arrays.fill(buffer, value);
        for (long done = 0; done < length; done += buffer.length) {
            write(address + done, part(buffer, length - done));
        }
        return result;
    }

    MemTxResult copy(long from, long to, long length) {
        byte[] buffer = bufferFor(length);
        for (long done = 0; done < length; done += buffer.length) {
            MemorySegment part = part(buffer, length - done);
            read(from + done, part);
            write(to + done, part);
        }
        return result;
    }

    long mismatch(long address, MemorySegment other) {
        long length = other.byteSize();
        byte[] mine = bufferFor(length);
        byte[] theirs = new byte[mine.length];
        for (long done = 0; done < length; done += mine.length) {
            MemorySegment part = part(mine, length - done);
            read(address + done, part);
            int count = (int) part.byteSize();
            MemorySegment.copy(other, ValueLayout.JAVA_BYTE, done, theirs, 0, count);
            int found = Arrays.mismatch(mine, 0, count, theirs, 0, count);
            if (found >= 0) {
                return done + found;
            }
        }
        return -1;
    }

    private static byte[] bufferFor(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("length is " + length + "; it must not be negative");
        }
        return new byte[(int) Math.min(length, BUFFER)];
    }

    private static MemorySegment part(byte[] buffer, long rest) {
        MemorySegment all = MemorySegment.ofArray(buffer);
        return rest < buffer.length ? all.asSlice(0, rest) : all;
    }

    private void read(long address, MemorySegment part) {
        result = result.or(space.read(address, part, MemTxAttributes.UNSPECIFIED));
    }

    private void write(long address, MemorySegment part) {
        result = result.or(space.write(address, part, MemTxAttributes.UNSPECIFIED));
    }
}
