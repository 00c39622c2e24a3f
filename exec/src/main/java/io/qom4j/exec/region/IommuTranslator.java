// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * What an IOMMU region does: says where an access goes on.
 *
 * <p>Called by whoever makes an access, possibly in several threads at once; must not wait. QEMU: include/exec/memory.h,
 * IOMMUMemoryRegionClass.
 */
@FunctionalInterface
public interface IommuTranslator {
    /**
     * Translates an offset.
     *
     * @param offset where in the region, in bytes
     * @param isWrite whether the access writes
     */
    IommuEntry translate(long offset, boolean isWrite, MemTxAttributes attributes);
}
