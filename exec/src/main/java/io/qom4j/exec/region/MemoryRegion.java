// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.exec.ram.RamBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the map of guest memory: some bytes that behave in one way, with a place among others.
 *
 * <p>Regions form a tree: a region has an offset and a priority in at most one container. Where siblings overlap, the higher priority
 * wins, and of equal ones the latest added. Where a region ends or leaves holes, what lies behind it shows. A region that shall
 * appear in two places is shown by aliases.
 *
 * <pre>{@code
 * MemoryRegion system = MemoryRegion.free(qom, "system").container(RegionSize.WHOLE);
 * MemoryRegion uart = MemoryRegion.ownedBy(device, "uart").io(ops, 8);
 * system.addSubregion(0x1000_0000, uart);
 * }</pre>
 *
 * <p><strong>Life.</strong> A region with an owner is the owner's child. Being in another owner's container holds a reference on the owner
 * (or on the region, if it is free); so does being visible in an address space. A region that ends leaves its container.
 *
 * <p><strong>Threading.</strong> Changes take the runtime's writer lock, and become visible together when the outermost
 * {@linkplain RegionTransactions transaction} ends. Properties can be read at any time; {@link #subregions} only under the writer lock.
 *
 * <p>QEMU: include/exec/memory.h, struct MemoryRegion; system/memory.c.
 */
public final class MemoryRegion extends QomObject {
    /** The name of the type. */
    public static final String TYPE_NAME = "memory-region";

    /** The name of the type of IOMMU regions. */
    public static final String IOMMU_TYPE_NAME = "iommu-memory-region";

    /** When the region came to its container, for the order among equals; kept by {@link SubregionList}. */
    long arrival;

    private final SubregionList subregions = new SubregionList();
    private final RegionDirtyLog dirtyLog = new RegionDirtyLog(this);
    private final RegionEvents events = new RegionEvents(this);
    private final RegionCoalescing coalescing = new RegionCoalescing(this);
    private String regionName = "";
    private RegionContent content = new RegionContent.Container();
    private @Nullable QomObject owner;
    private @Nullable QomObject heldByContainer;
    private volatile @Nullable MemoryRegion container;
    private volatile long address;
    private volatile int priority;
    private volatile RegionSize size = RegionSize.ZERO;
    private volatile boolean isEnabled = true;
    private volatile boolean isReadOnly;
    private volatile boolean isNonvolatile;
    private volatile boolean isUnmergeable;
    private volatile boolean isInRomMode = true;
    private volatile boolean isLocklessIo;
    private volatile boolean isReentrant;
    private volatile long aliasOffset;

    MemoryRegion() {}

    /** Starts a region that is outside the tree; whoever makes it holds its first reference. */
    public static RegionFactory free(Qom qom, String name) {
        return new RegionFactory(qom, null, null, name);
    }

    /** Starts a region that becomes the child of an object, usually a device, and lives as long. */
    public static RegionFactory ownedBy(QomObject owner, String name) {
        return new RegionFactory(owner.qom(), owner, owner, name);
    }

    /**
     * Starts a region that has no owner, but a place in the tree: it becomes the child of an object, and lives at least as long. QEMU
     * puts regions without an owner below {@code /machine/unattached} in this way.
     */
    public static RegionFactory below(QomObject parent, String name) {
        return new RegionFactory(parent.qom(), null, parent, name);
    }

    void init(@Nullable QomObject newOwner, String newName, RegionSize newSize, RegionContent newContent) {
        owner = newOwner;
        regionName = newName;
        requireMemory(newContent.memory(), newSize);
        size = newSize;
    }

    void fill(RegionContent newContent) {
        content = newContent;
    }

    void finish() {
        if (container != null || !subregions.view().isEmpty()) {
            takeApart(changes());
        }
        isEnabled = false;
        RegionMemory memory = memory();
        if (memory != null) {
            memory.release();
        }
    }

    private void takeApart(RegionTransactions changes) {
        changes.transaction(() -> {
            MemoryRegion in = container;
            if (in != null) {
                in.removeSubregion(this);
            }
            if (isEnabled && !subregions.view().isEmpty()) {
                // An alias may still show what is in here.
                changes.topologyChanged();
            }
            isEnabled = false;
            for (MemoryRegion each : List.copyOf(subregions.view())) {
                removeSubregion(each);
            }
        });
    }

    // ---- what it is

    /** Returns the region's own name, as {@code info mtree} shows it; it need not be unique. */
    public String regionName() {
        return regionName;
    }

    /** Returns the object that the region belongs to, or null if it is free. */
    public @Nullable QomObject owner() {
        return owner;
    }

    /** Returns what the region is. */
    public RegionContent content() {
        return content;
    }

    /** Returns what the region shows if it is an alias, else null. */
    public @Nullable MemoryRegion aliasTarget() {
        return content instanceof RegionContent.Alias alias ? alias.target() : null;
    }

    /** Returns the word for the kind of region that {@code info mtree} prints, for an alias that of its target. */
    public String typeWord() {
        if (content instanceof RegionContent.Alias alias) {
            return alias.target().typeWord();
        }
        if (content instanceof RegionContent.RamDevice) {
            return "ramd";
        }
        if (content instanceof RegionContent.RomDevice && isInRomMode) {
            return "romd";
        }
        if (content instanceof RegionContent.Ram) {
            return isReadOnly ? "rom" : "ram";
        }
        return "i/o";
    }

    /** Returns the host memory that the region shows, or null if it shows none itself. */
    public @Nullable RegionMemory memory() {
        return content.memory();
    }

    /** Returns the RAM block that the region shows, or null if it shows none itself. */
    public @Nullable RamBlock block() {
        return memory() instanceof BlockRegionMemory memory ? memory.block() : null;
    }

    // ---- where it is

    /** Returns the region that this one is a part of, or null. */
    public @Nullable MemoryRegion container() {
        return container;
    }

    /** Returns the offset in the container, in bytes, unsigned. */
    public long address() {
        return address;
    }

    /** Returns the priority among siblings; it says nothing about other regions. */
    public int priority() {
        return priority;
    }

    /** Returns the size. */
    public RegionSize size() {
        return size;
    }

    /** Returns where in the target an alias begins, in bytes. */
    public long aliasOffset() {
        return aliasOffset;
    }

    /** Returns the subregions, the one that wins where they overlap first; a live view, only for holders of the writer lock. */
    public List<MemoryRegion> subregions() {
        return subregions.view();
    }

    /** Adds a subregion of priority 0; see {@link #addSubregion(long, MemoryRegion, int)}. */
    public void addSubregion(long offset, MemoryRegion subregion) {
        addSubregion(offset, subregion, 0);
    }

    /**
     * Adds a subregion. Overlapping others is no error; what lies beyond this region's size is not visible.
     *
     * @param offset where, in bytes, unsigned
     * @param newPriority the higher wins where siblings overlap; of equal ones, the one added last
     * @throws IllegalArgumentException if the subregion belongs to another runtime or contains this region
     * @throws IllegalStateException if it is in a container already
     */
    public void addSubregion(long offset, MemoryRegion subregion, int newPriority) {
        if (subregion.qom() != qom()) {
            throw new IllegalArgumentException(
                    "'" + subregion.regionName + "' belongs to another runtime than '" + regionName + "'");
        }
        changes().transaction(() -> {
            if (subregion.container != null) {
                throw new IllegalStateException("'" + subregion.regionName + "' is in '"
                        + subregion.container.regionName + "' already: show it a second time by an alias");
            }
            for (MemoryRegion each = this; each != null; each = each.container) {
                if (each == subregion) {
                    throw new IllegalArgumentException(
                            "'" + regionName + "' cannot contain '" + subregion.regionName + "', which contains it");
                }
            }
            subregion.priority = newPriority;
            subregion.heldByContainer = subregion.holdFor(this);
            subregion.place(offset);
            insert(subregion);
        });
    }

    /** Returns what a container has to keep alive, after taking a reference; null if both live and end together anyway. */
    private @Nullable QomObject holdFor(MemoryRegion newContainer) {
        QomObject holder = owner == null ? this : owner;
        return owner != null && owner == newContainer.owner ? null : holder.ref();
    }

    private void insert(MemoryRegion subregion) {
        subregion.container = this;
        subregions.add(subregion);
        if (isEnabled && subregion.isEnabled) {
            changes().topologyChanged();
        }
    }

    /**
     * Takes a subregion out.
     *
     * @throws IllegalStateException if it is not in this region
     */
    public void removeSubregion(MemoryRegion subregion) {
        changes().transaction(() -> {
            if (subregion.container != this) {
                throw new IllegalStateException("'" + subregion.regionName + "' is not in '" + regionName + "'");
            }
            remove(subregion);
            QomObject held = subregion.heldByContainer;
            subregion.heldByContainer = null;
            if (held != null) {
                held.unref();
            }
        });
    }

    private void remove(MemoryRegion subregion) {
        subregions.remove(subregion);
        subregion.container = null;
        if (isEnabled && subregion.isEnabled) {
            changes().topologyChanged();
        }
    }

    /** Moves the region within its container, where it then counts as the latest added; without one, only notes the offset. */
    public void setAddress(long offset) {
        changes().transaction(() -> {
            MemoryRegion in = container;
            if (offset == address) {
                return;
            }
            if (in != null) {
                in.remove(this);
            }
            place(offset);
            if (in != null) {
                in.insert(this);
            }
        });
    }

    /** Notes the offset; even in a hidden container it counts, where the region is the root of an address space. */
    private void place(long offset) {
        if (offset != address) {
            address = offset;
            if (isEnabled) {
                changes().topologyChanged();
            }
        }
    }

    /** Changes the size; memory must be long enough for it. */
    public void setSize(RegionSize newSize) {
        requireMemory(memory(), newSize);
        change(!newSize.equals(size), true, () -> size = newSize);
    }

    private void requireMemory(@Nullable RegionMemory memory, RegionSize wanted) {
        if (memory != null && wanted.compareTo(memory.capacity()) > 0) {
            throw new IllegalArgumentException(
                    "'" + regionName + "' cannot have " + wanted + " bytes: its memory has " + memory.capacity());
        }
    }

    /**
     * Changes the size of RAM that was made resizeable, block and all. QEMU: memory_region_ram_resize.
     *
     * @param newSize in bytes, unsigned
     * @throws io.qom4j.exec.ram.RamException if the block is not resizeable or the size is too large
     */
    public void resizeRam(long newSize) {
        if (!(memory() instanceof BlockRegionMemory memory)) {
            throw new IllegalStateException("'" + regionName + "' has no RAM block that could be resized");
        }
        changes().transaction(() -> memory.list().resize(memory.block(), newSize));
    }

    /** Shows another part of an alias's target. */
    public void setAliasOffset(long offset) {
        if (!(content instanceof RegionContent.Alias)) {
            throw new IllegalStateException("'" + regionName + "' is no alias, so it has no offset in a target");
        }
        change(offset != aliasOffset, isEnabled, () -> aliasOffset = offset);
    }

    // ---- how it behaves

    /** Tells whether the region, with all that is in it, can be seen. */
    public boolean isEnabled() {
        return isEnabled;
    }

    /** Shows or hides the region with all that is in it. */
    public void setEnabled(boolean enabled) {
        change(enabled != isEnabled, true, () -> isEnabled = enabled);
    }

    /** Tells whether the guest may only read; what is in or behind this region is then read-only as well. */
    public boolean isReadOnly() {
        return isReadOnly;
    }

    /** Forbids or allows writes; memory then shows as a ROM. */
    public void setReadOnly(boolean readOnly) {
        change(readOnly != isReadOnly, isEnabled, () -> isReadOnly = readOnly);
    }

    /** Tells whether contents survive power loss; what is in or behind this region then does so as well. */
    public boolean isNonvolatile() {
        return isNonvolatile;
    }

    /** Says whether contents survive power loss. */
    public void setNonvolatile(boolean nonvolatile) {
        change(nonvolatile != isNonvolatile, isEnabled, () -> isNonvolatile = nonvolatile);
    }

    /** Tells whether visible pieces of the region stay apart even where they touch. */
    public boolean isUnmergeable() {
        return isUnmergeable;
    }

    /** Says whether visible pieces of the region stay apart even where they touch. */
    public void setUnmergeable(boolean unmergeable) {
        change(unmergeable != isUnmergeable, isEnabled, () -> isUnmergeable = unmergeable);
    }

    /** Tells whether a ROM device is read directly; true for every other region, without a meaning. */
    public boolean isInRomMode() {
        return isInRomMode;
    }

    /** Switches a ROM device between direct reads and operations. */
    public void setRomMode(boolean romMode) {
        if (!(content instanceof RegionContent.RomDevice)) {
            throw new IllegalStateException("'" + regionName + "' is no ROM device, so it has no ROM mode");
        }
        change(romMode != isInRomMode, isEnabled, () -> isInRomMode = romMode);
    }

    /** Tells whether operations may run at the same time in several threads. */
    public boolean isLocklessIo() {
        return isLocklessIo;
    }

    /** Lets operations run without the writer lock, in several threads at once; then nothing stops them from re-entering either. */
    public void enableLocklessIo() {
        isLocklessIo = true;
    }

    /** Tells whether operations may be entered again by an access that they made themselves. */
    public boolean isReentrant() {
        return isReentrant;
    }

    /** Lets operations be entered again by accesses that their own device makes; a bridge that forwards to itself needs that. */
    public void allowReentry() {
        isReentrant = true;
    }

    private void change(boolean isChange, boolean isVisible, Runnable set) {
        if (isChange) {
            changes().transaction(() -> {
                set.run();
                if (isVisible) {
                    changes().topologyChanged();
                }
            });
        }
    }

    // ---- who follows writes

    /** Returns who wants writes to be logged; of an alias, to its target. */
    public RegionDirtyLog dirtyLog() {
        MemoryRegion target = aliasTarget();
        return target == null ? dirtyLog : target.dirtyLog();
    }

    /** Returns the events that writes signal. */
    public RegionEvents events() {
        return events;
    }

    /** Returns the parts to which writes may be gathered. */
    public RegionCoalescing coalescing() {
        return coalescing;
    }

    RegionTransactions changes() {
        return qom().service(RegionTransactions.class);
    }

    /** Returns the name, the kind and the size. */
    @Override
    public String toString() {
        return "region '" + regionName + "' (" + typeWord() + ", " + size + " bytes)";
    }
}
