// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.value.ValueType;

/**
 * The types of objects that regions are: {@code memory-region}, and {@code iommu-memory-region} below it.
 *
 * <p>Their properties can only be read: where a region is, is its maker's business. Thread-safe: it has no state.
 *
 * <p>QEMU: system/memory.c, memory_region_initfn.
 */
public final class RegionTypes {
    private static final TypeInfo MEMORY_REGION = TypeInfo.of(MemoryRegion.TYPE_NAME, MemoryRegion.class)
            .factory(MemoryRegion::new)
            .classInit(RegionTypes::declareProperties)
            .instanceFinalize(MemoryRegion::finish)
            .description("a node of the map of guest memory")
            .build();

    private static final TypeInfo IOMMU_MEMORY_REGION = TypeInfo.of(MemoryRegion.IOMMU_TYPE_NAME, MemoryRegion.class)
            .parent(MemoryRegion.TYPE_NAME)
            .description("a region whose accesses go on in another address space")
            .build();

    private RegionTypes() {}

    /** Registers the types. */
    public static void registerWith(TypeRegistry types) {
        types.register(MEMORY_REGION);
        types.register(IOMMU_MEMORY_REGION);
    }

    private static void declareProperties(ObjectClass oc) {
        oc.addLink("container", MemoryRegion.TYPE_NAME, MemoryRegion.class, MemoryRegion::container, null)
                .weak()
                .documentation("The region that this one is a part of");
        oc.addInteger("addr", ValueType.unsigned(Long.SIZE), MemoryRegion::address, null)
                .documentation("Offset in the container")
                .unit("bytes");
        // The type's text says unsigned, the value is signed: both as QEMU shows them.
        oc.addInteger("priority", ValueType.signed(Integer.SIZE), MemoryRegion::priority, null)
                .typeName("uint32")
                .documentation("Who wins where siblings overlap");
        oc.addInteger("size", ValueType.unsigned(Long.SIZE), RegionTypes::size, null)
                .documentation("Size; 2^64 shows as 2^64 - 1")
                .unit("bytes");
    }

    private static long size(MemoryRegion region) {
        return region.size().saturated();
    }
}
