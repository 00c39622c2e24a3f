// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.host.MemoryFaultException;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.RegionMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The words of an address space: loads and stores of 1, 2, 4 and 8 bytes at any address, in both byte orders.
 *
 * <p>A load or store is <em>one</em> access, as a processor makes it: a device that takes at most 4 bytes refuses 8, where
 * {@link AddressSpace#read} would ask it twice. Only where a word crosses from one region into another is it made of bytes.
 * Where nobody answers, a load yields 0 and a store does nothing; {@link #load} and {@link #store} say so in their result.
 *
 * <p>Thread-safe, lock-free in RAM and ROM. Memory of a file that was cut answers with {@link MemoryFaultException}. QEMU:
 * memory_ldst.c.inc.
 */
public abstract sealed class MemoryWords permits AddressSpace {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

    /** What can be seen now; replaced as a whole. */
    volatile AccessMap map;

    MemoryWords(AccessMap map) {
        this.map = map;
    }

    abstract DeviceAccess devices();

    abstract AddressSpace space();

    /**
     * What a load found.
     *
     * @param value the value, zero-extended
     * @param result how the access went
     */
    public record Loaded(long value, MemTxResult result) {}

    /** Returns the byte at an address. */
    public final byte getByte(long address) {
        Section section = map.find(address);
        MemorySegment memory = section.sureReadable;
        if (memory != null) {
            try {
                return memory.get(ValueLayout.JAVA_BYTE, address + section.shift);
            } catch (IllegalStateException gone) {
                return (byte) loadSlowly(address, 1, ByteOrder.LITTLE_ENDIAN);
            }
        }
        return (byte) loadSlowly(address, 1, ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns two bytes as a number. */
    public final short getShort(long address, ByteOrder order) {
        return (short) loadSlowly(address, Short.BYTES, order);
    }

    /** Returns four bytes as a number. */
    public final int getInt(long address, ByteOrder order) {
        Section section = map.find(address);
        MemorySegment memory = section.sureReadable;
        if (memory != null && section.holds(address, Integer.BYTES - 1)) {
            try {
                int value = memory.get(INT, address + section.shift);
                return order == ByteOrder.nativeOrder() ? value : Integer.reverseBytes(value);
            } catch (IllegalStateException gone) {
                return (int) loadSlowly(address, Integer.BYTES, order);
            }
        }
        return (int) loadSlowly(address, Integer.BYTES, order);
    }

    /** Returns eight bytes as a number. */
    public final long getLong(long address, ByteOrder order) {
        Section section = map.find(address);
        MemorySegment memory = section.sureReadable;
        if (memory != null && section.holds(address, Long.BYTES - 1)) {
            try {
                long value = memory.get(LONG, address + section.shift);
                return order == ByteOrder.nativeOrder() ? value : Long.reverseBytes(value);
            } catch (IllegalStateException gone) {
                return loadSlowly(address, Long.BYTES, order);
            }
        }
        return loadSlowly(address, Long.BYTES, order);
    }

    /** Stores a byte. */
    public final void putByte(long address, byte value) {
        storeQuickly(address, 1, value, ByteOrder.LITTLE_ENDIAN);
    }

    /** Stores a number in two bytes. */
    public final void putShort(long address, short value, ByteOrder order) {
        storeQuickly(address, Short.BYTES, value, order);
    }

    /** Stores a number in four bytes. */
    public final void putInt(long address, int value, ByteOrder order) {
        storeQuickly(address, Integer.BYTES, value, order);
    }

    /** Stores a number in eight bytes. */
    public final void putLong(long address, long value, ByteOrder order) {
        storeQuickly(address, Long.BYTES, value, order);
    }

    /**
     * Loads a word, and says how that went.
     *
     * @param size 1, 2, 4 or 8 bytes
     */
    public final Loaded load(long address, int size, ByteOrder order, MemTxAttributes attributes) {
        requireSize(size);
        TxStatus status = new TxStatus();
        long value = load(address, size, order, attributes, status);
        return new Loaded(value, status.result());
    }

    /**
     * Stores a word, and says how that went.
     *
     * @param size 1, 2, 4 or 8 bytes
     * @param value the word in its low bits
     */
    public final MemTxResult store(long address, int size, long value, ByteOrder order, MemTxAttributes attributes) {
        requireSize(size);
        TxStatus status = new TxStatus();
        store(address, size, value, order, attributes, status);
        return status.result();
    }

    private static void requireSize(int size) {
        if (size != 1 && size != 2 && size != 4 && size != 8) {
            throw new IllegalArgumentException("a word has 1, 2, 4 or 8 bytes, not " + size);
        }
    }

    private long loadSlowly(long address, int size, ByteOrder order) {
        return load(address, size, order, MemTxAttributes.UNSPECIFIED, new TxStatus());
    }

    private long load(long address, int size, ByteOrder order, MemTxAttributes attributes, TxStatus status) {
        while (true) {
            AccessMap current = map;
            Section section = current.find(address);
            if (!section.holds(address, size - 1) || section.translator != null) {
                byte[] bytes = new byte[size];
                status.add(new Transfer(space(), attributes, 0).read(address, MemorySegment.ofArray(bytes)));
                return MemoryWord.inOrder(MemoryWord.get(MemorySegment.ofArray(bytes), 0, size), size, order);
            }
            RegionMemory memory = section.readable;
            if (memory == null) {
                return devices().read(section, address, size, order, attributes, status);
            }
            try {
                return MemoryWord.inOrder(MemoryWord.get(memory, section.offsetOf(address), size), size, order);
            } catch (IllegalStateException gone) {
                if (map == current) {
                    throw gone;
                }
            }
        }
    }

    private void storeQuickly(long address, int size, long value, ByteOrder order) {
        Section section = map.find(address);
        MemorySegment memory = section.sureWritable;
        if (memory != null && section.holds(address, size - 1)) {
            try {
                MemoryWord.put(memory, address + section.shift, size, MemoryWord.inOrder(value, size, order));
                return;
            } catch (IllegalStateException gone) {
                // The memory was freed meanwhile: the slow way looks where the address leads now.
                store(address, size, value, order, MemTxAttributes.UNSPECIFIED, new TxStatus());
                return;
            }
        }
        store(address, size, value, order, MemTxAttributes.UNSPECIFIED, new TxStatus());
    }

    private void store(
            long address, int size, long value, ByteOrder order, MemTxAttributes attributes, TxStatus status) {
        while (true) {
            AccessMap current = map;
            Section section = current.find(address);
            if (!section.holds(address, size - 1) || section.translator != null) {
                MemorySegment bytes = MemorySegment.ofArray(new byte[size]);
                MemoryWord.put(bytes, 0, size, MemoryWord.inOrder(value, size, order));
                status.add(new Transfer(space(), attributes, 0).write(address, bytes));
                return;
            }
            RegionMemory memory = section.writable;
            if (memory == null) {
                devices().write(section, address, size, value, order, attributes, status);
                return;
            }
            long offset = section.offsetOf(address);
            try {
                MemoryWord.put(memory, offset, size, MemoryWord.inOrder(value, size, order));
            } catch (IllegalStateException gone) {
                if (map == current) {
                    throw gone;
                }
                continue;
            }
            if (section.dirtyClients != 0) {
                memory.markDirty(offset, size, section.dirtyClients);
            }
            return;
        }
    }
}
