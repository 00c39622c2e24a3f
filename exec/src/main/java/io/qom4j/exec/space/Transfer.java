// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.IommuEntry;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.RegionMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * One transfer of bytes between an address space and the caller's memory, section by section.
 *
 * <p>A RAM block may be freed while a reader is under way. Its memory then refuses the access, and the map that showed it has
 * been replaced before: the transfer goes on with the new one. Confined to one thread. QEMU: system/physmem.c,
 * flatview_read_continue, flatview_write_continue.
 */
final class Transfer {
    /** How many IOMMUs may lead from one to the next. */
    static final int MOST_TRANSLATIONS = 64;

    private final AddressSpace space;
    private final MemTxAttributes attributes;
    private final int translations;
    private final TxStatus status = new TxStatus();
    private AccessMap map;

    /**
     * Prepares a transfer.
     *
     * @param translations how many IOMMUs have led here
     */
    Transfer(AddressSpace space, MemTxAttributes attributes, int translations) {
        this.space = space;
        this.attributes = attributes;
        this.translations = translations;
        this.map = space.map;
    }

    MemTxResult read(long address, MemorySegment target) {
        long length = checkedLength(address, target.byteSize());
        for (long done = 0; done < length; ) {
            long at = address + done;
            Section section = map.find(at);
            long count = section.countFrom(at, length - done);
            if (section.readable != null) {
                done += readMemory(section, section.readable, at, target.asSlice(done, count));
            } else if (section.translator != null) {
                done += translate(section, at, target.asSlice(done, count), false);
            } else if (section.ops == null) {
                target.asSlice(done, count).fill((byte) 0);
                status.add(MemTxResult.DECODE_ERROR);
                done += count;
            } else {
                readDevice(section, at, target.asSlice(done, count));
                done += count;
            }
        }
        return status.result();
    }

    MemTxResult write(long address, MemorySegment source) {
        long length = checkedLength(address, source.byteSize());
        for (long done = 0; done < length; ) {
            long at = address + done;
            Section section = map.find(at);
            long count = section.countFrom(at, length - done);
            if (section.writable != null) {
                done += writeMemory(section, section.writable, at, source.asSlice(done, count));
            } else if (section.translator != null) {
                done += translate(section, at, source.asSlice(done, count), true);
            } else if (section.ops == null) {
                status.add(MemTxResult.DECODE_ERROR);
                done += count;
            } else {
                writeDevice(section, at, source.asSlice(done, count));
                done += count;
            }
        }
        return status.result();
    }

    /** Returns the length, after checking that it does not lead beyond the last address. */
    static long checkedLength(long address, long length) {
        if (length != 0 && Long.compareUnsigned(-1 - address, length - 1) < 0) {
            throw new IllegalArgumentException(
                    String.format("0x%x bytes at address 0x%x reach beyond the last address", length, address));
        }
        return length;
    }

    private long readMemory(Section section, RegionMemory memory, long address, MemorySegment target) {
        long offset = section.offsetOf(address);
        try {
            if (memory.mayFault()) {
                memory.guarded().read(offset, target);
            } else {
                MemorySegment.copy(memory.segment(), offset, target, 0, target.byteSize());
            }
            return target.byteSize();
        } catch (IllegalStateException gone) {
            followMap(gone);
            return 0;
        }
    }

    private long writeMemory(Section section, RegionMemory memory, long address, MemorySegment source) {
        long offset = section.offsetOf(address);
        try {
            if (memory.mayFault()) {
                memory.guarded().write(offset, source);
            } else {
                MemorySegment.copy(source, 0, memory.segment(), offset, source.byteSize());
            }
        } catch (IllegalStateException gone) {
            followMap(gone);
            return 0;
        }
        if (section.dirtyClients != 0) {
            memory.markDirty(offset, source.byteSize(), section.dirtyClients);
        }
        return source.byteSize();
    }

    /** Goes on with the map that has replaced this one; throws if none has. */
    private void followMap(IllegalStateException gone) {
        AccessMap newer = space.map;
        if (newer == map) {
            throw gone;
        }
        map = newer;
    }

    private void readDevice(Section section, long address, MemorySegment target) {
        for (long done = 0; done < target.byteSize(); ) {
            long at = address + done;
            int size = DeviceAccess.sizeOfNext(section.rules, section.offsetOf(at), target.byteSize() - done);
            long value = space.devices().read(section, at, size, ByteOrder.LITTLE_ENDIAN, attributes, status);
            putLittle(target, done, size, value);
            done += size;
        }
    }

    private void writeDevice(Section section, long address, MemorySegment source) {
        for (long done = 0; done < source.byteSize(); ) {
            long at = address + done;
            int size = DeviceAccess.sizeOfNext(section.rules, section.offsetOf(at), source.byteSize() - done);
            long value = getLittle(source, done, size);
            space.devices().write(section, at, size, value, ByteOrder.LITTLE_ENDIAN, attributes, status);
            done += size;
        }
    }

    private long translate(Section section, long address, MemorySegment bytes, boolean isWrite) {
        long offset = section.offsetOf(address);
        IommuEntry entry = Objects.requireNonNull(section.translator).translate(offset, isWrite, attributes);
        long room = entry.addressMask() - (offset & entry.addressMask());
        MemorySegment part = Long.compareUnsigned(room, bytes.byteSize() - 1) < 0 ? bytes.asSlice(0, room + 1) : bytes;
        if (!entry.allows(isWrite) || translations == MOST_TRANSLATIONS) {
            if (!isWrite) {
                part.fill((byte) 0);
            }
            status.add(MemTxResult.DECODE_ERROR);
        } else if (entry.target() instanceof AddressSpace next) {
            Transfer rest = new Transfer(next, attributes, translations + 1);
            long to = entry.apply(offset);
            status.add(isWrite ? rest.write(to, part) : rest.read(to, part));
        } else {
            long to = entry.apply(offset);
            status.add(
                    isWrite
                            ? entry.target().write(to, part, attributes)
                            : entry.target().read(to, part, attributes));
        }
        return part.byteSize();
    }

    private static void putLittle(MemorySegment target, long offset, int size, long value) {
        for (int i = 0; i < size; i++) {
            target.set(ValueLayout.JAVA_BYTE, offset + i, (byte) (value >>> (i * Byte.SIZE)));
        }
    }

    private static long getLittle(MemorySegment source, long offset, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (source.get(ValueLayout.JAVA_BYTE, offset + i) & 0xFFL) << (i * Byte.SIZE);
        }
        return value;
    }
}
