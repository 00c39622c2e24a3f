// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.chardev;

import io.qom4j.core.TypeInfo;

/**
 * The process's standard input and output over which a monitor speaks, as the tree shows them.
 *
 * <p>As thread-safe as its parent, to which it adds nothing. QEMU: chardev/char-stdio.c.
 */
public final class StdioChardev extends FdChardev {
    /** The type's name. */
    public static final String TYPE_NAME = "chardev-stdio";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, StdioChardev.class)
            .parent(FdChardev.TYPE_NAME)
            .factory(StdioChardev::new)
            .description("Standard input and output")
            .build();

    private StdioChardev() {}
}
