// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.core.QomObject;
import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionMemory;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of guest memory for direct use: the RAM itself, or a copy where there is none.
 *
 * <p>As long as it is open, RAM stays where it is, even if it is taken out of the map. Closing says that the bytes have been used: writes
 * are recorded, or, from a copy, done then.
 *
 * <pre>{@code
 * try (GuestMapping buffer = memory.map(address, 4096, true)) {
 *     channel.read(buffer.segment().asByteBuffer());
 * }
 * }</pre>
 *
 * <p><strong>Faults.</strong> The segment of a file's memory ({@link #mayFault}) is the memory itself: if the file is cut, plain accesses
 * and copies end in an {@link InternalError}, perhaps a little later; atomic ones, {@code mismatch}, and foreign functions other than system
 * calls end the JVM. {@link #guarded} gives the same bytes without these traps, and as directly.
 *
 * <p>Confined to one thread at a time. QEMU: system/physmem.c, address_space_map and address_space_unmap.
 */
public final class GuestMapping implements AutoCloseable {
    /** The most bytes that a copy has. */
    public static final int LONGEST_COPY = 4096;

    private final AddressSpace space;
    private final long address;
    private final boolean isWrite;
    private final GuardedMemory bytes;
    private final @Nullable Section section;
    private final @Nullable QomObject held;
    private MemTxResult result = MemTxResult.OK;
    private boolean isOpen = true;

    private GuestMapping(
            AddressSpace space,
            long address,
            boolean isWrite,
            GuardedMemory bytes,
            @Nullable Section section,
            @Nullable QomObject held) {
        this.space = space;
        this.address = address;
        this.isWrite = isWrite;
        this.bytes = bytes;
        this.section = section;
        this.held = held;
    }

    static GuestMapping of(AddressSpace space, long address, long length, boolean isWrite) {
        while (true) {
            AccessMap map = space.map;
            Section section = map.find(address);
            long count = section.countFrom(address, length);
            RegionMemory memory = isWrite ? section.writable : section.readable;
            if (memory == null) {
                MemorySegment copy = MemorySegment.ofArray(new byte[(int) Math.min(count, LONGEST_COPY)]);
                GuestMapping mapping =
                        new GuestMapping(space, address, isWrite, new GuardedMemory(copy, false), null, null);
                if (!isWrite) {
                    mapping.result = space.read(address, copy, MemTxAttributes.UNSPECIFIED);
                }
                return mapping;
            }
            QomObject held = hold(section.region());
            if (held != null) {
                GuardedMemory part = memory.guarded().slice(section.offsetOf(address), count);
                return new GuestMapping(space, address, isWrite, isWrite ? part : part.asReadOnly(), section, held);
            }
            if (space.map == map) {
                throw new IllegalStateException(section.region() + " has ended while it was mapped");
            }
        }
    }

    /** Takes a reference that keeps a region's memory, or returns null if the region is ending. */
    private static @Nullable QomObject hold(MemoryRegion region) {
        return ViewHolds.tryHold(region);
    }

    /** Returns the bytes; they may be fewer than were asked for. Not to be used after closing. */
    public MemorySegment segment() {
        return bytes.segment();
    }

    /** Returns the bytes for use that survives a file which was cut. Not to be used after closing. */
    public GuardedMemory guarded() {
        return bytes;
    }

    /** Returns how many bytes there are. */
    public long length() {
        return bytes.segment().byteSize();
    }

    /** Tells whether the bytes are the guest's own, not a copy. */
    public boolean isDirect() {
        return section != null;
    }

    /** Tells whether touching the bytes may fail, because they are a file's. */
    public boolean mayFault() {
        return bytes.mayFault();
    }

    /** Returns how making a copy, or writing it back, went; {@link MemTxResult#OK} for RAM. */
    public MemTxResult result() {
        return result;
    }

    /** Ends the use; all bytes count as written if they were mapped for writing. */
    @Override
    public void close() {
        close(length());
    }

    /**
     * Ends the use.
     *
     * @param written how many bytes were written, from the first on
     */
    public void close(long written) {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        try {
            if (isWrite && written > 0) {
                finishWrite(written);
            }
        } finally {
            if (held != null) {
                held.unref();
            }
        }
    }

    private void finishWrite(long written) {
        if (section == null) {
            result = space.write(address, segment().asSlice(0, written), MemTxAttributes.UNSPECIFIED);
        } else if (section.dirtyClients != 0 && section.writable != null) {
            section.writable.markDirty(section.offsetOf(address), written, section.dirtyClients);
        }
    }
}
