// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryBus;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.FlatView;
import io.qom4j.exec.view.MemoryListener;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Guest memory as one initiator sees it: a processor, or a device that masters a bus.
 *
 * <pre>{@code
 * AddressSpace memory = topology.newAddressSpace("memory", system);
 * memory.putInt(0x1000, 42, ByteOrder.LITTLE_ENDIAN);
 * memory.getByte(0x1000);                              // 42
 * memory.read(0x1000, MemorySegment.ofArray(buffer));  // OK
 * }</pre>
 *
 * <p><strong>Accesses.</strong> RAM is read and written directly, a ROM only read: writes to it are dropped, with
 * {@link MemTxResult#DECODE_ERROR}. Devices are asked in sizes that they take. Where nobody answers, reads give 0 and writes are dropped, with
 * the same result. A transfer may cross regions; it goes on where a part fails, and has the results of all parts.
 *
 * <p><strong>Threading.</strong> Thread-safe. Accesses to RAM and ROM take no lock, and see the map as it was before or after a
 * transaction, never between. Devices are asked under the runtime's writer lock (see {@link MemoryRegion#enableLocklessIo}).
 *
 * <p><strong>Faults.</strong> Memory of a file that somebody has cut answers with
 * {@link io.qom4j.exec.host.MemoryFaultException} in every method here, atomic and comparing ones included; what came before
 * the missing page has been transferred then. Anonymous memory costs nothing for that.
 *
 * <p>QEMU: include/exec/memory.h, AddressSpace; system/physmem.c, address_space_rw.
 */
public final class AddressSpace extends MemoryWords implements MemoryBus, AutoCloseable {
    private final MemoryTopology topology;
    private final String name;
    private @Nullable MemoryRegion root;
    private final ListenerList listeners = new ListenerList();
    private List<VisiblePart> parts = List.of();
    private List<VisibleEvent> events = List.of();

    AddressSpace(MemoryTopology topology, String name, MemoryRegion root, AccessMap map) {
        super(map);
        this.topology = topology;
        this.name = Objects.requireNonNull(name, "name");
        this.root = root;
    }

    /** Returns the name, which need not be unique. */
    public String name() {
        return name;
    }

    /** Returns the region that fills the address space, or null after closing. */
    public @Nullable MemoryRegion root() {
        return root;
    }

    /** Returns what can be seen at this moment. */
    public FlatView view() {
        return map.view;
    }

    /** Returns the memory map that this is a part of. */
    public MemoryTopology topology() {
        return topology;
    }

    @Override
    AddressSpace space() {
        return this;
    }

    @Override
    DeviceAccess devices() {
        return topology.devices();
    }

    // ---- transfers

    /**
     * Reads bytes.
     *
     * @param target is filled whole
     * @throws IllegalArgumentException if that would go beyond the last address
     */
    public MemTxResult read(long address, MemorySegment target) {
        return read(address, target, MemTxAttributes.UNSPECIFIED);
    }

    @Override
    public MemTxResult read(long address, MemorySegment target, MemTxAttributes attributes) {
        return new Transfer(this, attributes, 0).read(address, target);
    }

    /**
     * Writes bytes.
     *
     * @param source is written whole
     * @throws IllegalArgumentException if that would go beyond the last address
     */
    public MemTxResult write(long address, MemorySegment source) {
        return write(address, source, MemTxAttributes.UNSPECIFIED);
    }

    @Override
    public MemTxResult write(long address, MemorySegment source, MemTxAttributes attributes) {
        return new Transfer(this, attributes, 0).write(address, source);
    }

    /** Writes one byte over and over. QEMU: address_space_set. */
    public MemTxResult fill(long address, long length, byte value) {
        return new BulkWork(this, length).fill(address, length, value);
    }

    /**
     * Copies bytes from one place to another. Where the two overlap, in other than one piece of RAM, the copy must go to a lower address.
     *
     * @param from where the bytes are
     * @param to where they go
     */
    public MemTxResult copy(long from, long to, long length) {
        return new BulkWork(this, length).copy(from, to, length);
    }

    /**
     * Compares bytes with others.
     *
     * @return the index of the first byte that differs, or -1 if there is none; bytes that nobody answers count as 0
     */
    public long mismatch(long address, MemorySegment other) {
        return new BulkWork(this, other.byteSize()).mismatch(address, other);
    }

    // ---- atomic steps

    /**
     * Stores eight bytes if others are there, as one step.
     *
     * <p>In memory of a file this is one step only among calls of such methods: the processor's own instruction would end the JVM if the
     * file had been cut, so a lock takes its place, and a plain store that comes in between is lost.
     *
     * @param address a multiple of 8, in RAM
     * @return whether {@code expected} was there
     * @throws IllegalArgumentException if the address is not in RAM that can be written, or no multiple of 8
     */
    public boolean compareAndSetLong(long address, long expected, long value, ByteOrder order) {
        return AtomicWords.compareAndSet(this, address, Long.BYTES, expected, value, order);
    }

    /**
     * Stores four bytes if others are there, as one step; see {@link #compareAndSetLong}.
     *
     * @param address a multiple of 4, in RAM
     */
    public boolean compareAndSetInt(long address, int expected, int value, ByteOrder order) {
        return AtomicWords.compareAndSet(this, address, Integer.BYTES, expected, value, order);
    }

    // ---- what is where

    /**
     * Returns what answers at an address, and for how many bytes on; IOMMUs answer themselves.
     *
     * @param length how many bytes are of interest, at least 1
     * @return null if nobody answers
     */
    public @Nullable Translation translate(long address, long length) {
        requireLength(length);
        return Translation.in(this, address, length);
    }

    /**
     * Returns what answers at an address, and for how many bytes on, behind all IOMMUs. QEMU: address_space_translate.
     *
     * @param length how many bytes are of interest, at least 1
     * @param isWrite whether the access would write
     * @return null if nobody answers, or an IOMMU lets the access not pass
     */
    public @Nullable Translation translate(long address, long length, boolean isWrite, MemTxAttributes attributes) {
        requireLength(length);
        return Translation.through(this, address, length, isWrite, attributes);
    }

    /**
     * Gives direct use of bytes: of the RAM itself where there is some, else of a copy.
     *
     * <p>The result may be shorter than asked for: up to the end of the RAM, or {@link GuestMapping#LONGEST_COPY} bytes of a device.
     *
     * @param length how many bytes are wanted, at least 1
     * @param isWrite whether the bytes will be written; if so, what they are before is not defined
     * @return the bytes, to be closed after use
     */
    public GuestMapping map(long address, long length, boolean isWrite) {
        requireLength(length);
        return GuestMapping.of(this, address, length, isWrite);
    }

    private static void requireLength(long length) {
        if (length < 1) {
            throw new IllegalArgumentException("length is " + length + "; it must be at least 1");
        }
    }

    // ---- listeners

    /**
     * Adds a listener, and tells it all that can be seen.
     *
     * @throws IllegalStateException if it listens somewhere already
     */
    public void addListener(MemoryListener listener) {
        topology.addListener(this, listener);
    }

    /** Tells a listener that everything is gone, and removes it. */
    public void removeListener(MemoryListener listener) {
        topology.removeListener(this, listener);
    }

    ListenerList listeners() {
        return listeners;
    }

    List<VisiblePart> parts() {
        return parts;
    }

    void parts(List<VisiblePart> current) {
        parts = current;
    }

    List<VisibleEvent> events() {
        return events;
    }

    void events(List<VisibleEvent> current) {
        events = current;
    }

    void forgetRoot() {
        root = null;
    }

    /** Ends the address space: nothing can be seen in it any more, and listeners hear so. Closing again does nothing. */
    @Override
    public void close() {
        topology.close(this);
    }

    @Override
    public String toString() {
        MemoryRegion at = root;
        return "address space '" + name + "'" + (at == null ? " (closed)" : " of '" + at.regionName() + "'");
    }
}
