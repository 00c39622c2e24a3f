// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A region about to be made: its owner and name are known, one of the methods says what it is.
 *
 * <p>A region with an owner becomes the owner's child, under its name and a number ({@code m0[0]}), and lives as long; the
 * caller gets no reference. A free region is outside the tree, and the caller holds its first reference.
 *
 * <p>Immutable. QEMU: system/memory.c, memory_region_init and its sisters.
 */
public final class RegionFactory {
    private final Qom qom;
    private final @Nullable QomObject owner;
    private final @Nullable QomObject parent;
    private final String name;

    RegionFactory(Qom qom, @Nullable QomObject owner, @Nullable QomObject parent, String name) {
        this.qom = qom;
        this.owner = owner;
        this.parent = parent;
        this.name = Objects.requireNonNull(name, "name");
    }

    /** Makes a container: a place for subregions. QEMU: memory_region_init. */
    public MemoryRegion container(RegionSize size) {
        return make(MemoryRegion.TYPE_NAME, new RegionContent.Container(), size);
    }

    /** Makes a container of less than 2^64 bytes. */
    public MemoryRegion container(long size) {
        return container(RegionSize.of(size));
    }

    /** Makes RAM of all the memory's bytes. QEMU: memory_region_init_ram_nomigrate and its sisters. */
    public MemoryRegion ram(RegionMemory memory) {
        return ram(memory, RegionSize.of(memory.segment().byteSize()));
    }

    /** Makes RAM of the memory's first bytes. */
    public MemoryRegion ram(RegionMemory memory, RegionSize size) {
        return make(MemoryRegion.TYPE_NAME, new RegionContent.Ram(memory), size);
    }

    /**
     * Makes RAM of a block, which is freed with the region.
     *
     * @param size in bytes, unsigned, at most the block's; what the guest sees need not be whole pages
     */
    public MemoryRegion ram(RamBlock block, long size) {
        return ram(new BlockRegionMemory(qom.service(RamList.class), block), RegionSize.of(size));
    }

    /**
     * Makes RAM and the block behind it. QEMU: memory_region_init_ram_flags_nomigrate.
     *
     * @param size in bytes, unsigned
     * @throws io.qom4j.exec.ram.RamException if there is no memory for it
     */
    public MemoryRegion newRam(long size) {
        return newRam(size, size, RamFlags.NONE);
    }

    /**
     * Makes RAM that may be resized, or has flags, and the block behind it. QEMU: memory_region_init_resizeable_ram.
     *
     * @param size in bytes, unsigned
     * @param maxSize how large it may become
     * @param flags the block's
     * @throws io.qom4j.exec.ram.RamException if there is no memory for it
     */
    public MemoryRegion newRam(long size, long maxSize, RamFlags flags) {
        RegionBlockOwner blockOwner = new RegionBlockOwner(name);
        RamRequest request = RamRequest.of(blockOwner, size).withFlags(flags);
        boolean isFixed = maxSize == size && !flags.has(RamFlags.RAM_RESIZEABLE);
        MemoryRegion region = overNewBlock(
                isFixed ? request : request.resizeable(maxSize, null), memory -> ram(memory, RegionSize.of(size)));
        blockOwner.region(region);
        return region;
    }

    /** Makes a block and the region over it, both or none. */
    private MemoryRegion overNewBlock(RamRequest request, Function<RegionMemory, MemoryRegion> make) {
        RamList list = qom.service(RamList.class);
        RamBlock block = list.allocator().allocate(request);
        boolean isMade = false;
        try {
            MemoryRegion region = make.apply(new BlockRegionMemory(list, block));
            isMade = true;
            return region;
        } finally {
            if (!isMade) {
                list.free(block);
            }
        }
    }

    /** Makes a ROM: RAM that the guest cannot write. QEMU: memory_region_init_rom_nomigrate. */
    public MemoryRegion rom(RegionMemory memory) {
        return rom(memory, RegionSize.of(memory.segment().byteSize()));
    }

    /** Makes a ROM of the memory's first bytes. */
    public MemoryRegion rom(RegionMemory memory, RegionSize size) {
        MemoryRegion rom = ram(memory, size);
        rom.setReadOnly(true);
        return rom;
    }

    /**
     * Makes a ROM and the block behind it, which the machine's owner fills through {@link MemoryRegion#memory}. QEMU:
     * memory_region_init_rom.
     *
     * @param size in bytes, unsigned
     */
    public MemoryRegion newRom(long size) {
        MemoryRegion rom = newRam(size);
        rom.setReadOnly(true);
        return rom;
    }

    /** Makes a device's memory, which is accessed in the size that the guest uses. QEMU: memory_region_init_ram_device_ptr. */
    public MemoryRegion ramDevice(RegionMemory memory, RegionSize size) {
        return make(MemoryRegion.TYPE_NAME, new RegionContent.RamDevice(memory), size);
    }

    /** Makes a ROM device, which starts in ROM mode. QEMU: memory_region_init_rom_device_nomigrate. */
    public MemoryRegion romDevice(RegionMemory memory, RegionOps ops, RegionSize size) {
        return make(MemoryRegion.TYPE_NAME, new RegionContent.RomDevice(memory, ops, ops.rules()), size);
    }

    /**
     * Makes a ROM device and the block behind it. QEMU: memory_region_init_rom_device.
     *
     * @param size in bytes, unsigned
     */
    public MemoryRegion newRomDevice(RegionOps ops, long size) {
        return overNewBlock(
                RamRequest.of(new RegionBlockOwner(name), size), memory -> romDevice(memory, ops, RegionSize.of(size)));
    }

    /** Makes a device's registers. QEMU: memory_region_init_io. */
    public MemoryRegion io(RegionOps ops, RegionSize size) {
        return make(MemoryRegion.TYPE_NAME, new RegionContent.Io(ops, ops.rules()), size);
    }

    /** Makes a device's registers of less than 2^64 bytes. */
    public MemoryRegion io(RegionOps ops, long size) {
        return io(ops, RegionSize.of(size));
    }

    /**
     * Makes a window on another region. QEMU: memory_region_init_alias.
     *
     * @param offset where in the target the window begins, in bytes
     */
    public MemoryRegion alias(MemoryRegion target, long offset, RegionSize size) {
        if (target.qom() != qom) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot show '" + target.regionName() + "', which belongs to another runtime");
        }
        MemoryRegion alias = make(MemoryRegion.TYPE_NAME, new RegionContent.Alias(target), size);
        alias.setAliasOffset(offset);
        return alias;
    }

    /** Makes a window of less than 2^64 bytes on another region. */
    public MemoryRegion alias(MemoryRegion target, long offset, long size) {
        return alias(target, offset, RegionSize.of(size));
    }

    /** Makes an IOMMU region. QEMU: memory_region_init_iommu. */
    public MemoryRegion iommu(IommuTranslator translator, RegionSize size) {
        return make(MemoryRegion.IOMMU_TYPE_NAME, new RegionContent.Iommu(translator), size);
    }

    /** Makes a reservation: addresses that nobody answers. QEMU: memory_region_init_io without operations. */
    public MemoryRegion reservation(RegionSize size) {
        return make(MemoryRegion.TYPE_NAME, new RegionContent.Reservation(), size);
    }

    /** Makes the region. If that fails, the memory is still the caller's: the content comes last. */
    private MemoryRegion make(String typeName, RegionContent content, RegionSize size) {
        MemoryRegion region = qom.newObject(typeName, MemoryRegion.class);
        boolean isMade = false;
        try {
            region.init(owner, name, size, content);
            if (parent != null) {
                parent.addChild(escaped(name) + "[*]", region);
            }
            region.fill(content);
            isMade = true;
        } finally {
            if (parent != null || !isMade) {
                region.unref();
            }
        }
        return region;
    }

    /** Returns a name without the letters that mean something in paths: each becomes {@code \xNN}. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == '[' || c == ']' || c == '\\') {
                text.append(String.format("\\x%02x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
