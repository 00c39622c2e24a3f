// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;

/**
 * Access to mapped memory that answers with {@link MemoryFaultException} where a page cannot be touched.
 *
 * <p><strong>The trap.</strong> A mapped file may shrink under its mapping, and a sparse one may find its file system full
 * when a page is first written. The kernel then sends a signal, and what the JVM makes of it depends on the instruction:
 *
 * <ul>
 *   <li>plain {@code get} and {@code set}, {@code copy} and {@code fill} end in an {@link InternalError}. In compiled code it
 *       is thrown <em>later</em>, when the thread next looks for requests, which may be behind the end of the
 *       {@code try} block around the access;
 *   <li>compare-and-set and the other atomic operations, {@link MemorySegment#mismatch} once compiled, and foreign functions
 *       that touch the memory kill the JVM. (System calls are safe: they fail with {@code EFAULT}.)
 * </ul>
 *
 * <p>So the methods here use the plain instructions only, and make the thread look for requests before they return, which
 * costs about 3 ns. Anonymous memory never faults like this; use its segment directly.
 *
 * <p>Thread-safe as far as the memory itself is: plain accesses are not ordered, except that the atomic operations of one
 * {@code GuardedMemory} and its slices are atomic among themselves and order what is around them.
 */
public final class GuardedMemory {
    private static final int CHUNK = 16384;
    private static final FaultDelivery FAULTS = new FaultDelivery();
    private static final VarHandle INT = JAVA_INT.varHandle();
    private static final VarHandle LONG = JAVA_LONG.varHandle();

    private final MemorySegment segment;
    private final boolean mayFault;
    private final String name;

    /** The lock of atomic operations, for memory that may fault. */
    private final Object atomics;

    /**
     * Makes guarded access to a mapping.
     *
     * @param segment the memory
     * @param mayFault whether touching it can fail; if not, atomic operations use the processor's own
     */
    public GuardedMemory(MemorySegment segment, boolean mayFault) {
        this(segment, mayFault, "");
    }

    /**
     * Makes guarded access to a mapping that has a name.
     *
     * @param segment the memory
     * @param mayFault whether touching it can fail; if not, atomic operations use the processor's own
     * @param name what texts call the memory, for example {@code block 'm0'}
     */
    public GuardedMemory(MemorySegment segment, boolean mayFault, String name) {
        this(segment, mayFault, name, new Object());
    }

    private GuardedMemory(MemorySegment segment, boolean mayFault, String name, Object atomics) {
        this.name = name;
        this.segment = Objects.requireNonNull(segment, "segment");
        this.mayFault = mayFault;
        this.atomics = atomics;
    }

    /** Returns a part of this memory, whose offsets begin at 0; atomic operations on both exclude each other. */
    public GuardedMemory slice(long offset, long length) {
        return new GuardedMemory(segment.asSlice(offset, length), mayFault, name, atomics);
    }

    /** Returns this memory for reading only. */
    public GuardedMemory asReadOnly() {
        return segment.isReadOnly() ? this : new GuardedMemory(segment.asReadOnly(), mayFault, name, atomics);
    }

    /**
     * Returns the memory without the guard: if {@link #mayFault}, only {@code get}, {@code set}, {@code copy} and {@code fill} are
     * safe with it, and end in an {@link InternalError}; what else is done to it may end the JVM, as said above.
     */
    public MemorySegment segment() {
        return segment;
    }

    /** Returns whether touching the memory can fail. */
    public boolean mayFault() {
        return mayFault;
    }

    /** Returns a byte. */
    public byte getByte(long offset) {
        try {
            byte value = segment.get(JAVA_BYTE, offset);
            deliverFaults();
            return value;
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 1, fault);
        }
    }

    /** Returns two bytes in the host's byte order; any alignment. */
    public short getShort(long offset) {
        try {
            short value = segment.get(JAVA_SHORT_UNALIGNED, offset);
            deliverFaults();
            return value;
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 2, fault);
        }
    }

    /** Returns four bytes in the host's byte order; any alignment. */
    public int getInt(long offset) {
        try {
            int value = segment.get(JAVA_INT_UNALIGNED, offset);
            deliverFaults();
            return value;
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 4, fault);
        }
    }

    /** Returns eight bytes in the host's byte order; any alignment. */
    public long getLong(long offset) {
        try {
            long value = segment.get(JAVA_LONG_UNALIGNED, offset);
            deliverFaults();
            return value;
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 8, fault);
        }
    }

    /** Stores a byte. */
    public void putByte(long offset, byte value) {
        try {
            segment.set(JAVA_BYTE, offset, value);
            deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 1, fault);
        }
    }

    /** Stores two bytes in the host's byte order; any alignment. */
    public void putShort(long offset, short value) {
        try {
            segment.set(JAVA_SHORT_UNALIGNED, offset, value);
            deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 2, fault);
        }
    }

    /** Stores four bytes in the host's byte order; any alignment. */
    public void putInt(long offset, int value) {
        try {
            segment.set(JAVA_INT_UNALIGNED, offset, value);
            deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 4, fault);
        }
    }

    /** Stores eight bytes in the host's byte order; any alignment. */
    public void putLong(long offset, long value) {
        try {
            segment.set(JAVA_LONG_UNALIGNED, offset, value);
            deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, 8, fault);
        }
    }

    /** Copies bytes out, into all of {@code target}, which must not fault itself. */
    public void read(long offset, MemorySegment target) {
        try {
            MemorySegment.copy(segment, offset, target, 0, target.byteSize());
            deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, target.byteSize(), fault);
        }
    }

    /** Copies all of {@code source} in, which must not fault itself. */
    public void write(long offset, MemorySegment source) {
        try {
            MemorySegment.copy(source, 0, segment, offset, source.byteSize());
            deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, source.byteSize(), fault);
        }
    }

    /**
     * Copies bytes to other memory, or to another place in this; overlapping places are copied as if through a third one. Either
     * side may fault; the exception then has the offset on this side.
     */
    public void copyTo(long offset, GuardedMemory target, long targetOffset, long length) {
        try {
            MemorySegment.copy(segment, offset, target.segment, targetOffset, length);
            deliverFaults();
            target.deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, length, fault);
        }
    }

    /** Stores one byte over and over. */
    public void fill(long offset, long length, byte value) {
        try {
            segment.asSlice(offset, length).fill(value);
            deliverFaults();
        } catch (InternalError fault) {
            throw new MemoryFaultException(name, offset, length, fault);
        }
    }

    /**
     * Compares with other memory, which must not fault itself.
     *
     * @return the index of the first byte that differs, or -1 if the bytes from {@code offset} equal all of {@code other}
     */
    public long mismatch(long offset, MemorySegment other) {
        long length = other.byteSize();
        if (!mayFault) {
            return segment.asSlice(offset, length).mismatch(other);
        }
        Objects.checkFromIndexSize(offset, length, segment.byteSize());
        byte[] mine = new byte[(int) Math.min(length, CHUNK)];
        byte[] theirs = new byte[mine.length];
        for (long done = 0; done < length; done += CHUNK) {
            int count = (int) Math.min(length - done, CHUNK);
            read(offset + done, MemorySegment.ofArray(mine).asSlice(0, count));
            MemorySegment.copy(other, JAVA_BYTE, done, theirs, 0, count);
            int found = Arrays.mismatch(mine, 0, count, theirs, 0, count);
            if (found >= 0) {
                return done + found;
            }
        }
        return -1;
    }

    /**
     * Stores eight bytes if others are there, as one step.
     *
     * <p>On memory that may fault this is one step only among the atomic operations of this object and its slices: a plain
     * store that another thread or process makes between the comparison and the store is lost.
     *
     * @param offset a multiple of 8
     * @return whether {@code expected} was there
     */
    public boolean compareAndSetLong(long offset, long expected, long value) {
        if (!mayFault) {
            return LONG.compareAndSet(segment, offset, expected, value);
        }
        requireAligned(offset, Long.BYTES);
        synchronized (atomics) {
            if (getLong(offset) != expected) {
                return false;
            }
            putLong(offset, value);
            return true;
        }
    }

    /**
     * Stores four bytes if others are there, as one step; see {@link #compareAndSetLong}.
     *
     * @param offset a multiple of 4
     * @return whether {@code expected} was there
     */
    public boolean compareAndSetInt(long offset, int expected, int value) {
        if (!mayFault) {
            return INT.compareAndSet(segment, offset, expected, value);
        }
        requireAligned(offset, Integer.BYTES);
        synchronized (atomics) {
            if (getInt(offset) != expected) {
                return false;
            }
            putInt(offset, value);
            return true;
        }
    }

    private static void requireAligned(long offset, int size) {
        if ((offset & (size - 1)) != 0) {
            throw new IllegalArgumentException("offset 0x" + Long.toHexString(offset) + " is no multiple of " + size);
        }
    }

    /** Throws the error of an access of this method that has just failed; called at the end of each {@code try}. */
    private void deliverFaults() {
        if (mayFault) {
            FAULTS.deliver();
        }
    }
}
