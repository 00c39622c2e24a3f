// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.core.TypeInfo;

/**
 * The bus of devices that sit directly in the machine's address spaces.
 *
 * <p>As thread-safe as its parent, to which it adds nothing. QEMU: hw/core/sysbus.c.
 */
public final class SystemBus extends Bus {
    /** The type's name. */
    public static final String TYPE_NAME = "System";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, SystemBus.class)
            .parent(Bus.TYPE_NAME)
            .factory(SystemBus::new)
            .description("The bus of devices that sit directly in the machine's address spaces")
            .build();

    private SystemBus() {}
}
