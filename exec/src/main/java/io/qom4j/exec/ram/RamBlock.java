// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.FileStatus;
import io.qom4j.exec.host.GuardedMemory;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.HostMapping;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of guest RAM: host memory with a place in the ram_addr space, a length and flags.
 *
 * <p>{@link RamAllocator} makes blocks, {@link RamList} keeps and frees them. Offset, reserved length, page size and memory never
 * change; used length, size, flags and name change under the list's lock and can be read at any time.
 *
 * <p><strong>After freeing</strong> each use of {@link #segment()} throws {@link IllegalStateException}; the descriptive
 * accessors go on working.
 *
 * <p>Thread-safe. QEMU: include/exec/ramblock.h, struct RAMBlock.
 */
public final class RamBlock {
    private final RamBlockOwner owner;
    private final RamSlot slot;
    private final BlockMemory memory;
    private final @Nullable ResizeCallback callback;
    private final List<HostException> refusedAdvice;
    private final ReceivedPages received;

    /** Made when somebody first wants to use the memory: see {@link HostMapping} for why. */
    private volatile @Nullable GuardedMemory guarded;

    private volatile RamFlags flags;
    private volatile long usedLength;
    private volatile long size;
    private volatile String idstr = "";

    RamBlock(
            RamRequest request,
            RamFlags flags,
            RamSlot slot,
            long usedLength,
            BlockMemory memory,
            List<HostException> refusedAdvice,
            int targetPageBits) {
        this.owner = request.owner();
        this.slot = slot;
        this.memory = memory;
        this.callback = request.callback();
        this.refusedAdvice = List.copyOf(refusedAdvice);
        this.flags = flags;
        this.usedLength = usedLength;
        this.size = request.size();
        this.received = new ReceivedPages(slot.size(), targetPageBits);
    }

    /** Returns whom the block belongs to. */
    public RamBlockOwner owner() {
        return owner;
    }

    /** Returns the block's first ram_addr. */
    public long offset() {
        return slot.offset();
    }

    /** Returns how many bytes are in use: a multiple of the page size, and what is migrated. */
    public long usedLength() {
        return usedLength;
    }

    /** Returns how many bytes are reserved; placement and order in the list depend on it. */
    public long maxLength() {
        return slot.size();
    }

    /** Returns how many bytes were asked for, not rounded to pages. */
    public long size() {
        return size;
    }

    /** Returns the page size of what backs the block, in bytes: the host's, or a huge page's. */
    public long pageSize() {
        return memory.pageSize();
    }

    /** Returns the alignment of the address, in bytes. */
    public long align() {
        return memory.align();
    }

    /** Returns the flags. */
    public RamFlags flags() {
        return flags;
    }

    /**
     * Returns whether the block is persistent memory, so that whoever writes to it must make the write durable.
     *
     * <p>QEMU: ramblock_is_pmem.
     */
    public boolean isPmem() {
        return flags.has(RamFlags.RAM_PMEM);
    }

    /** Returns whether stores reach the file and other mappings. QEMU: qemu_ram_is_shared. */
    public boolean isShared() {
        return flags.has(RamFlags.RAM_SHARED);
    }

    /** Returns whether the used length may change. */
    public boolean isResizeable() {
        return flags.has(RamFlags.RAM_RESIZEABLE);
    }

    /** Returns whether the block takes part in migration. QEMU: qemu_ram_is_migratable. */
    public boolean isMigratable() {
        return flags.has(RamFlags.RAM_MIGRATABLE);
    }

    /** Returns whether the memory can only be read. */
    public boolean isReadOnly() {
        return memory.isReadOnly();
    }

    /** Returns the block's name in the migration stream; empty until the block is registered for it. */
    public String idstr() {
        return idstr;
    }

    /** Returns the descriptor of the backing file, or -1. It belongs to the block: do not close it. */
    public int fd() {
        return memory.fd();
    }

    /** Returns where in the backing file the block starts, in bytes. */
    public long fdOffset() {
        return memory.fdOffset();
    }

    /**
     * Returns the memory itself in its reserved length; read-only if the mapping is. Usable until the block is freed.
     *
     * <p>If {@link #mayFault}, another process can make pages of it vanish by cutting the file. Plain {@code get}, {@code set},
     * {@code copy} and {@code fill} then end in an {@link InternalError}, perhaps a little later; atomic accesses, {@code mismatch} and
     * foreign functions that touch the memory (system calls do not) end the JVM. {@link #guarded} has no such traps.
     */
    public MemorySegment segment() {
        return guarded().segment();
    }

    /** Returns a range of {@link #segment}, after checking it against the used length. QEMU: ramblock_ptr. */
    public MemorySegment range(long offset, long length) {
        long used = usedLength;
        if (offset < 0 || length < 0 || offset > used - length) {
            throw new IndexOutOfBoundsException(String.format(
                    "offset 0x%x, length 0x%x is outside of block '%s' of 0x%x bytes", offset, length, label(), used));
        }
        return segment().asSlice(offset, length);
    }

    /** Returns access to the memory that survives a backing file which has become too short; the same one each time. */
    public GuardedMemory guarded() {
        GuardedMemory made = guarded;
        return made != null ? made : makeGuarded();
    }

    private synchronized GuardedMemory makeGuarded() {
        GuardedMemory made = guarded;
        if (made == null) {
            MemorySegment all = memory.segment();
            String file = memory.effect().path();
            made = new GuardedMemory(
                    all.byteSize() == slot.size() ? all : all.asSlice(0, slot.size()),
                    memory.mayFault(),
                    "block '" + owner.name() + "'" + (file.isEmpty() ? "" : " (" + file + ")"));
            guarded = made;
        }
        return made;
    }

    /** Returns whether touching the memory can fail, because a file backs it that others may cut. */
    public boolean mayFault() {
        return memory.mayFault();
    }

    /** Returns the address of the first byte. */
    public long address() {
        return memory.address();
    }

    /** Returns whether stores survive a crash, and why. */
    public PersistenceStatus persistence() {
        return memory.persistence();
    }

    /** Returns what the backing file was when the block was made, above all which file it is; null if there is none. */
    public @Nullable FileStatus file() {
        return memory.file();
    }

    /** Returns what the allocation did to the backing file. */
    public FileEffect fileEffect() {
        return memory.effect();
    }

    /** Returns the advice about this block that the kernel refused; the block works without. */
    public List<HostException> refusedAdvice() {
        return refusedAdvice;
    }

    /** Returns which pages an incoming migration has received. */
    public ReceivedPages received() {
        return received;
    }

    /** Returns whether the memory is still there. */
    public boolean isAlive() {
        return memory.isAlive();
    }

    /** Returns the name to quote in texts: the name in the migration stream, or else the owner's. */
    public String label() {
        String name = idstr;
        return name.isEmpty() ? owner.name() : name;
    }

    RamSlot slot() {
        return slot;
    }

    BlockMemory memory() {
        return memory;
    }

    @Nullable ResizeCallback callback() {
        return callback;
    }

    @Nullable HostMapping mapping() {
        return memory.mapping();
    }

    void setFlags(RamFlags newFlags) {
        flags = newFlags;
    }

    void setLengths(long newUsedLength, long newSize) {
        usedLength = newUsedLength;
        size = newSize;
    }

    void setIdstr(String newIdstr) {
        idstr = newIdstr;
    }

    @Override
    public String toString() {
        return String.format(
                "RamBlock['%s', offset 0x%x, 0x%x of 0x%x bytes, %s]",
                label(), offset(), usedLength, maxLength(), flags);
    }
}
