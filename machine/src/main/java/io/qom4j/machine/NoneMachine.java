// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.core.TypeInfo;

/**
 * A machine with no processor and no device, perhaps with RAM.
 *
 * <p>As thread-safe as its parent, to which it adds nothing. QEMU: hw/core/null-machine.c.
 */
public final class NoneMachine extends Machine {
    /** The type's name. */
    public static final String TYPE_NAME = "none-machine";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, NoneMachine.class)
            .parent(Machine.TYPE_NAME)
            .factory(NoneMachine::new)
            .description("A machine with no processor and no device")
            .build();

    private NoneMachine() {}
}
