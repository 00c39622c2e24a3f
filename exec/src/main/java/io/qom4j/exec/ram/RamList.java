// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.AsymmetricFence;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All RAM blocks of one runtime, with their dirty bitmaps and the ram_addr space they lie in.
 *
 * <p><strong>Order.</strong> Blocks are listed longest first, equal lengths in order of creation, as {@code info ramblock} and the
 * migration stream show them. {@link #version()} grows with each change, after it.
 *
 * <p><strong>Threading.</strong> Thread-safe. Changes are made under one lock; look-ups take none and never wait. What a reader
 * found may be freed at any time: its memory then refuses each access, it never shows another block's bytes.
 *
 * <p>Lock order: the runtime's writer lock, then this list's lock. Listeners and owners are called under both.
 *
 * <p>QEMU: include/exec/ramlist.h, struct RAMList, and system/physmem.c.
 */
public final class RamList implements AutoCloseable {
    /** What {@link #ramAddrOfHost} returns for an address that is in no block. */
    public static final long RAM_ADDR_INVALID = -1L;

    private final Host host;
    private final RamListOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final BlockIndex index = new BlockIndex();
    private final RamPlacement placement;
    private final DirtyMemory dirty;
    private final BlockListeners listeners = new BlockListeners();
    private final BlockReclaimer reclaimer;
    private final RamAllocator allocator;
    private final RamWriteback writeback;
    private final RamDiscard discard;
    private final RamPageSizes pageSizes;

    /** Makes an empty list with {@link RamListOptions#STANDARD}. */
    public RamList(Host host) {
        this(host, RamListOptions.STANDARD);
    }

    /** Makes an empty list. */
    public RamList(Host host, RamListOptions options) {
        this.host = Objects.requireNonNull(host, "host");
        this.options = Objects.requireNonNull(options, "options");
        this.placement = new RamPlacement(options.placement(), 1L << options.targetPageBits());
        this.dirty = new DirtyMemory(options.targetPageBits(), AsymmetricFence.of(host));
        this.reclaimer = new BlockReclaimer(host, options.warnings());
        this.allocator = new RamAllocator(this);
        this.writeback = new RamWriteback(host);
        this.discard = new RamDiscard(host);
        this.pageSizes = new RamPageSizes(index.inListOrder(), host, options.warnings());
    }

    /** Returns the host that memory comes from. */
    public Host host() {
        return host;
    }

    /** Returns how this list works. */
    public RamListOptions options() {
        return options;
    }

    /** Returns what makes new blocks in this list. */
    public RamAllocator allocator() {
        return allocator;
    }

    /** Returns what makes stores durable. */
    public RamWriteback writeback() {
        return writeback;
    }

    /** Returns what gives memory back that the guest does not need. */
    public RamDiscard discard() {
        return discard;
    }

    /** Returns the page sizes of what backs the blocks. */
    public RamPageSizes pageSizes() {
        return pageSizes;
    }

    /** Returns the dirty bitmaps. */
    public DirtyMemory dirty() {
        return dirty;
    }

    /** Returns how often blocks came or went; read it before and after a walk to see whether the list changed. */
    public int version() {
        return index.version();
    }

    /** Returns how many blocks there are. */
    public int size() {
        return index.count();
    }

    /** Returns a live view of the blocks in list order; walking it never fails, and may or may not show later changes. */
    public Collection<RamBlock> blocks() {
        return index.inListOrder();
    }

    /** Returns the blocks of this moment in list order. */
    public List<RamBlock> snapshot() {
        return locked(() -> List.copyOf(index.inListOrder()));
    }

    /** Returns the block at a ram_addr, or null. */
    public @Nullable RamBlock findByOffset(long ramAddr) {
        return index.atOffset(ramAddr);
    }

    /**
     * Returns the block at a ram_addr.
     *
     * @throws RamException if there is none
     */
    public RamBlock blockAtOffset(long ramAddr) {
        RamBlock block = index.atOffset(ramAddr);
        if (block == null) {
            throw new RamException("Bad ram offset " + Long.toHexString(ramAddr));
        }
        return block;
    }

    /** Returns the block whose memory holds a host address, or null. */
    public @Nullable RamBlock findByHostAddress(long address) {
        return index.atAddress(address);
    }

    /**
     * Returns where in which block a host address is, or null if it is in none. QEMU: qemu_ram_block_from_host.
     *
     * @param isRounded whether the offset is rounded down to a target page
     */
    public @Nullable BlockPosition locate(long address, boolean isRounded) {
        RamBlock block = index.atAddress(address);
        if (block == null) {
            return null;
        }
        long offset = address - block.address();
        return new BlockPosition(block, isRounded ? offset & (-1L << options.targetPageBits()) : offset);
    }

    /** Returns the ram_addr of a host address, or {@link #RAM_ADDR_INVALID}. QEMU: qemu_ram_addr_from_host. */
    public long ramAddrOfHost(long address) {
        BlockPosition position = locate(address, false);
        return position == null ? RAM_ADDR_INVALID : position.ramAddr();
    }

    /**
     * Returns the ram_addr of a host address. QEMU: qemu_ram_addr_from_host_nofail.
     *
     * @throws RamException if it is in no block
     */
    public long requireRamAddrOfHost(long address) {
        BlockPosition position = locate(address, false);
        if (position == null) {
            throw new RamException("Bad ram pointer 0x" + Long.toHexString(address), "the address is in no RAM block");
        }
        return position.ramAddr();
    }

    /** Returns the block of this name, or null; blocks without a name are never found. QEMU: qemu_ram_block_by_name. */
    public @Nullable RamBlock findByName(String idstr) {
        return index.named(idstr);
    }

    /** Returns the number of the first target page behind the last block; 0 if there is none. QEMU: last_ram_page. */
    public long lastRamPage() {
        RamBlock highest = index.highest();
        return highest == null ? 0 : (highest.offset() + highest.maxLength()) >>> options.targetPageBits();
    }

    /** Returns whether this block is in this list. */
    public boolean contains(RamBlock block) {
        return index.contains(block);
    }

    /** Adds a listener, and tells it of each block that is there. */
    public void addListener(RamBlockListener listener) {
        locked(() -> {
            listeners.add(listener, index.inListOrder());
            return listener;
        });
    }

    /** Removes a listener; nothing is told. */
    public void removeListener(RamBlockListener listener) {
        locked(() -> {
            listeners.remove(listener);
            return listener;
        });
    }

    /**
     * Gives a block the name that it has in the migration stream: the owner's device path, a slash, and the owner's name.
     *
     * @throws RamException if another block has that name, or it is longer than 255 bytes
     */
    public void setIdstr(RamBlock block) {
        locked(() -> {
            requireMember(block);
            index.name(block);
            return block;
        });
    }

    /** Takes a block's name away. */
    public void unsetIdstr(RamBlock block) {
        locked(() -> {
            requireMember(block);
            index.unname(block);
            return block;
        });
    }

    /**
     * Sets or clears flags that may change during a block's life: {@link RamFlags#RAM_MIGRATABLE},
     * {@link RamFlags#RAM_UF_ZEROPAGE} and {@link RamFlags#RAM_UF_WRITEPROTECT}.
     */
    public void setFlag(RamBlock block, int flag, boolean set) {
        int changeable = RamFlags.RAM_MIGRATABLE | RamFlags.RAM_UF_ZEROPAGE | RamFlags.RAM_UF_WRITEPROTECT;
        if ((flag & ~changeable) != 0) {
            throw new IllegalArgumentException(
                    "flags '" + RamFlags.of(flag & ~changeable).words() + "' cannot change");
        }
        locked(() -> {
            requireMember(block);
            block.setFlags(block.flags().with(flag, set));
            return block;
        });
    }

    /**
     * Changes the used length of a resizeable block.
     *
     * @param newSize bytes, unsigned; rounded up to pages
     * @throws RamException if the block is not resizeable or the size is too large
     */
    public void resize(RamBlock block, long newSize) {
        locked(() -> {
            requireMember(block);
            new BlockResize(this, listeners).resize(block, newSize);
            return block;
        });
    }

    /**
     * Takes a block out of the list and frees its memory.
     *
     * <p>Memory is unmapped and the file closed at once, or, if a thread is inside a system call on it, as soon as that is over.
     */
    public void free(RamBlock block) {
        remove(block, false);
    }

    /**
     * Frees a block and undoes what making it did to its file: a file it created is removed, one it extended is cut back.
     *
     * <p>For an owner that finds, after the allocation, that it cannot go on.
     */
    public void rollBack(RamBlock block) {
        remove(block, true);
    }

    /** Frees all blocks, and waits until their memory is unmapped. */
    @Override
    public void close() {
        List<RuntimeException> refusals = new ArrayList<>();
        locked(() -> {
            for (RamBlock block : index.inListOrder()) {
                try {
                    free(block);
                } catch (RuntimeException refusal) {
                    refusals.add(refusal);
                }
            }
            return refusals;
        });
        reclaimer.await();
        if (!refusals.isEmpty()) {
            RuntimeException first = refusals.removeFirst();
            refusals.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void remove(RamBlock block, boolean undo) {
        locked(() -> {
            requireMember(block);
            try {
                listeners.removed(block);
            } finally {
                withdraw(block);
                reclaimer.release(block.memory(), undo);
            }
            return block;
        });
    }

    /**
     * Adds a block: chooses its place, obtains its memory, then publishes it. If anything fails, memory that was obtained here is
     * unmapped and no trace stays in the list; the file is the caller's to undo.
     */
    RamBlock add(RamRequest request, RamFlags flags, long used, long max, Supplier<BlockMemory> source) {
        return locked(() -> {
            RamSlot slot = placement.place(max);
            BlockMemory memory = null;
            RamBlock block = null;
            try {
                memory = source.get();
                dirty.extend(slot.offset() + max);
                List<HostException> refused = new BlockAdvice(options).apply(request, memory);
                block = new RamBlock(request, flags, slot, used, memory, refused, options.targetPageBits());
                index.insert(block);
                dirty.markDirty(slot.offset(), used, DirtyClient.ALL);
                listeners.added(block);
                return block;
            } catch (RuntimeException | Error refusal) {
                if (block != null) {
                    withdraw(block);
                } else {
                    placement.free(slot);
                }
                if (memory != null && memory.mapping() != null) {
                    memory.mapping().close();
                }
                throw refusal;
            }
        });
    }

    private void withdraw(RamBlock block) {
        index.remove(block);
        placement.free(block.slot());
    }

    private void requireMember(RamBlock block) {
        if (!index.contains(block)) {
            throw new IllegalArgumentException(block + " is not in this list, or was freed already");
        }
    }

    private <T> T locked(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
