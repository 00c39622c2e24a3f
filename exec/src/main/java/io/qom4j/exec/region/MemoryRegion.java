// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import org.jspecify.annotations.Nullable;

/**
 * A range of guest memory as an object of the model; this one is RAM.
 *
 * <p>It owns its RAM block, which is freed with it. QEMU: system/memory.c, MemoryRegion.
 */
public final class MemoryRegion extends QomObject {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-region";

    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, MemoryRegion.class)
            .factory(MemoryRegion::new)
            .description("A range of guest memory")
            .classInit(MemoryRegion::classInit)
            .instanceFinalize(MemoryRegion::release)
            .build();

    private long size;
    private @Nullable RamBlock block;

    private MemoryRegion() {}

    private static void classInit(ObjectClass oc) {
        oc.addSize("size", MemoryRegion::size, null);
    }

    /**
     * Makes a RAM region that belongs to an object, as its child {@code name[0]} or the next free number.
     *
     * @param owner the owner, which gets the only reference
     * @param name the region's name; a slash in it becomes {@code \x2f} in the child's name
     * @param block the memory, which the region owns from now on
     * @param size bytes, unsigned; not rounded to pages
     */
    public static MemoryRegion ram(QomObject owner, String name, RamBlock block, long size) {
        MemoryRegion region = owner.qom().newObject(TYPE_NAME, MemoryRegion.class);
        try {
            owner.addChild(name.replace("/", "\\x2f") + "[*]", region);
            region.size = size;
            region.block = block;
        } finally {
            region.unref();
        }
        return region;
    }

    private void release() {
        if (block != null) {
            qom().service(RamList.class).free(block);
        }
    }

    /** Returns the size in bytes, unsigned. */
    public long size() {
        return size;
    }

    /** Returns the RAM block, or null if the region has none. */
    public @Nullable RamBlock block() {
        return block;
    }
}
