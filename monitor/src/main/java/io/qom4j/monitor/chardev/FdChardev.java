// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.chardev;

import io.qom4j.core.TypeInfo;

/**
 * A character device that is a pair of file descriptors.
 *
 * <p>As thread-safe as its parent, to which it adds nothing. QEMU: chardev/char-fd.c, FDChardev.
 */
public abstract class FdChardev extends Chardev {
    /** The type's name. */
    public static final String TYPE_NAME = "chardev-fd";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, FdChardev.class)
            .parent(Chardev.TYPE_NAME)
            .abstractType()
            .description("A pair of file descriptors")
            .build();

    FdChardev() {}
}
