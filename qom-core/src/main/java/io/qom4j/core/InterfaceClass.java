// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import org.jspecify.annotations.Nullable;

/**
 * The class of an interface type, or the copy of it that one implementing class has for itself.
 *
 * <p>Each class that implements an interface has its own copy, made before the class's own class_init, so that it can put
 * data there without disturbing its siblings; a subclass's copy starts from its parent's. The copy of class {@code T} for
 * interface {@code I} is called {@code T::I} and is in no list of types.
 *
 * <p>Thread-safe once complete. QEMU: qom/object.c, type_initialize_interface.
 */
public final class InterfaceClass extends QomClass {
    private final @Nullable InterfaceClass parent;
    private final @Nullable ObjectClass concrete;

    InterfaceClass(
            TypeRegistry registry,
            TypeInfo type,
            @Nullable InterfaceClass inherited,
            @Nullable InterfaceClass parent,
            @Nullable ObjectClass concrete) {
        super(registry, type, inherited);
        this.parent = parent;
        this.concrete = concrete;
    }

    /** Returns the class of the interface that this one extends, or null for {@code interface} itself. */
    public @Nullable InterfaceClass parent() {
        return parent;
    }

    /** Returns the class that this is a copy for, or null for the interface's own class. */
    public @Nullable ObjectClass concrete() {
        return concrete;
    }

    /** Returns the name of the interface type. */
    public String interfaceName() {
        return type().name();
    }

    /** Returns the interface's own class, of which this may be a copy. */
    InterfaceClass own() {
        return concrete == null ? this : registry().interfaceClass(type());
    }

    /** Tells whether this is the class of the named interface or of one that extends it. */
    public boolean isA(String interfaceName) {
        for (InterfaceClass each = own(); each != null; each = each.parent) {
            if (each.type().name().equals(interfaceName)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String name() {
        return concrete == null ? type().name() : concrete.name() + "::" + type().name();
    }
}
