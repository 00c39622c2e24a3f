// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/**
 * An object that does nothing but own children, like a folder.
 *
 * <p>Thread-safe. QEMU: qom/container.c.
 */
public final class Container extends QomObject {
    /** The type's name. */
    public static final String TYPE_NAME = "container";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, Container.class)
            .factory(Container::new)
            .description("An object that does nothing but own children")
            .build();

    /** Makes a container without a class; {@link ObjectClass#newObject} gives it one. */
    Container() {}
}
