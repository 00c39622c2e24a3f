// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.RegionMemory;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Work on many bytes of an address space: at once where they are RAM, through a buffer where they are not.
 *
 * <p>As in {@link Transfer}, memory that has just been freed refuses; the work then goes on with the map that shows what came instead.
 * Confined to one thread.
 */
final class BulkWork {
    private static final int BUFFER = 1 << 16;

    private final AddressSpace space;
    private @Nullable MemorySegment buffer;
    private MemTxResult result = MemTxResult.OK;

    BulkWork(AddressSpace space, long length) {
        if (length < 0) {
            throw new IllegalArgumentException("length is " + length + "; it must not be negative");
        }
        this.space = space;
    }

    MemTxResult fill(long address, long length, byte value) {
        Transfer.checkedLength(address, length);
        for (long done = 0; done < length; ) {
            AccessMap map = space.map;
            Section section = map.find(address + done);
            long count = section.countFrom(address + done, length - done);
            if (section.writable == null) {
                done += write(address + done, part(count).fill(value));
            } else {
                done += fill(map, section, section.writable, address + done, count, value);
            }
        }
        return result;
    }

    private long fill(AccessMap map, Section section, RegionMemory memory, long address, long count, byte value) {
        long offset = section.offsetOf(address);
        try {
            memory.guarded().fill(offset, count, value);
        } catch (IllegalStateException gone) {
            return nothingDone(map, gone);
        }
        mark(section, memory, offset, count);
        return count;
    }

    MemTxResult copy(long from, long to, long length) {
        Transfer.checkedLength(from, length);
        Transfer.checkedLength(to, length);
        for (long done = 0; done < length; ) {
            AccessMap map = space.map;
            Section source = map.find(from + done);
            Section target = map.find(to + done);
            long count = target.countFrom(to + done, source.countFrom(from + done, length - done));
            if (source.readable == null || target.writable == null) {
                MemorySegment part = part(count);
                result = result.or(space.read(from + done, part, MemTxAttributes.UNSPECIFIED));
                done += write(to + done, part);
            } else {
                done += copy(map, source, from + done, target, target.writable, to + done, count);
            }
        }
        return result;
    }

    private long copy(
            AccessMap map, Section source, long from, Section target, RegionMemory memory, long to, long count) {
        long offset = target.offsetOf(to);
        try {
            source.memory().guarded().copyTo(source.offsetOf(from), memory.guarded(), offset, count);
        } catch (IllegalStateException gone) {
            return nothingDone(map, gone);
        }
        mark(target, memory, offset, count);
        return count;
    }

    long mismatch(long address, MemorySegment other) {
        long length = Transfer.checkedLength(address, other.byteSize());
        for (long done = 0; done < length; ) {
            AccessMap map = space.map;
            Section section = map.find(address + done);
            long count = section.countFrom(address + done, length - done);
            long found = -1;
            if (section.readable == null) {
                MemorySegment part = part(count);
                count = part.byteSize();
                result = result.or(space.read(address + done, part, MemTxAttributes.UNSPECIFIED));
                found = part.mismatch(other.asSlice(done, count));
            } else {
                try {
                    found = section.memory()
                            .guarded()
                            .mismatch(section.offsetOf(address + done), other.asSlice(done, count));
                } catch (IllegalStateException gone) {
                    count = nothingDone(map, gone);
                }
            }
            if (found >= 0) {
                return done + found;
            }
            done += count;
        }
        return -1;
    }

    private static void mark(Section section, RegionMemory memory, long offset, long count) {
        if (section.dirtyClients != 0) {
            memory.markDirty(offset, count, section.dirtyClients);
        }
    }

    /** Returns that nothing was done if another map has replaced this one; throws if none has. */
    private long nothingDone(AccessMap map, IllegalStateException gone) {
        if (space.map == map) {
            throw gone;
        }
        return 0;
    }

    private MemorySegment part(long count) {
        MemorySegment all = buffer;
        if (all == null) {
            all = MemorySegment.ofArray(new byte[BUFFER]);
            buffer = all;
        }
        return count < BUFFER ? all.asSlice(0, count) : all;
    }

    private long write(long address, MemorySegment part) {
        result = result.or(space.write(address, part, MemTxAttributes.UNSPECIFIED));
        return part.byteSize();
    }
}
