// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a region is: who answers accesses to it.
 *
 * <p>Immutable. A ROM is {@link Ram} in a region that is read-only. QEMU tells these apart by flags of struct MemoryRegion.
 */
public sealed interface RegionContent {
    /** Tells whether the region itself answers where no subregion does; otherwise it is a hole there. */
    default boolean terminates() {
        return true;
    }

    /** Returns the host memory behind it, or null if there is none. */
    default @Nullable RegionMemory memory() {
        return null;
    }

    /** Returns the device behind it, or null if there is none. */
    default @Nullable RegionOps ops() {
        return null;
    }

    /** Returns which accesses the device behind it takes. */
    default AccessRules rules() {
        return AccessRules.DEFAULT;
    }

    /** Nothing of its own: a place for subregions. */
    record Container() implements RegionContent {
        @Override
        public boolean terminates() {
            return false;
        }
    }

    /**
     * Memory: reads, and writes unless the region is read-only, go straight to the host's.
     *
     * @param memory the host's memory
     */
    record Ram(RegionMemory memory) implements RegionContent {
        /** Checks that there is some. */
        public Ram {
            Objects.requireNonNull(memory, "memory");
        }
    }

    /**
     * A device's memory, such as a passed-through BAR: accessed in the size that was asked for, never copied in bulk.
     *
     * @param memory the host's memory
     */
    record RamDevice(RegionMemory memory) implements RegionContent {
        /** Checks that there is some. */
        public RamDevice {
            Objects.requireNonNull(memory, "memory");
        }
    }

    /**
     * Memory that is read directly while the region is in ROM mode; writes, and reads in the other mode, go to the operations:
     * a flash chip.
     *
     * @param memory the host's memory
     * @param ops the device
     * @param rules which accesses the device takes
     */
    record RomDevice(RegionMemory memory, RegionOps ops, AccessRules rules) implements RegionContent {
        /** Checks that all are there. */
        public RomDevice {
            Objects.requireNonNull(memory, "memory");
            Objects.requireNonNull(ops, "ops");
            Objects.requireNonNull(rules, "rules");
        }
    }

    /**
     * A device's registers.
     *
     * @param ops the device
     * @param rules which accesses the device takes
     */
    record Io(RegionOps ops, AccessRules rules) implements RegionContent {
        /** Checks that both are there. */
        public Io {
            Objects.requireNonNull(ops, "ops");
            Objects.requireNonNull(rules, "rules");
        }
    }

    /**
     * A window on another region, from an offset on that can change ({@link MemoryRegion#aliasOffset}).
     *
     * @param target the other region, which may be an alias itself
     */
    record Alias(MemoryRegion target) implements RegionContent {
        /** Checks that there is one. */
        public Alias {
            Objects.requireNonNull(target, "target");
        }

        @Override
        public boolean terminates() {
            return false;
        }
    }

    /**
     * A translator: each access goes on in another address space.
     *
     * @param translator says where
     */
    record Iommu(IommuTranslator translator) implements RegionContent {
        /** Checks that there is one. */
        public Iommu {
            Objects.requireNonNull(translator, "translator");
        }
    }

    /** A claim: addresses that nobody else shall answer, and accesses to which fail. */
    record Reservation() implements RegionContent {}
}
