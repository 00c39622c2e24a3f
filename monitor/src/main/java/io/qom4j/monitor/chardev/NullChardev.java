// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.chardev;

import io.qom4j.core.TypeInfo;

/**
 * A character device that leads nowhere.
 *
 * <p>As thread-safe as its parent, to which it adds nothing. QEMU: chardev/char-null.c.
 */
public final class NullChardev extends Chardev {
    /** The type's name. */
    public static final String TYPE_NAME = "chardev-null";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, NullChardev.class)
            .parent(Chardev.TYPE_NAME)
            .factory(NullChardev::new)
            .description("A way that leads nowhere")
            .build();

    private NullChardev() {}
}
