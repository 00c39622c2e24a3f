// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Property;
import io.qom4j.core.visit.InputVisitor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Defaults for whole types, given by the user and applied to every new object of the type or a descendant.
 *
 * <p>They are applied after the object's own initialisation, in the order in which they were given, so the last one wins,
 * not the most specific. An unknown type or property is refused at once.
 *
 * <p>Thread-safe. QEMU: qom/object.c, object_apply_global_props, which only some types call; here all types have them.
 */
public final class Globals {
    private record Global(String type, Property property, Supplier<InputVisitor> value, Origin origin) {}

    /** What was given up to some moment, to go back to. Immutable. */
    public static final class State {
        private final List<Global> all;

        private State(List<Global> all) {
            this.all = List.copyOf(all);
        }
    }

    private final TypeRegistry registry;
    private volatile List<Global> all = new CopyOnWriteArrayList<>();

    Globals(TypeRegistry registry) {
        this.registry = registry;
    }

    /**
     * Adds a default for a type.
     *
     * @param typeName the type
     * @param property the name of a property that its class has
     * @param value gives a visitor that stands on the value, each time anew
     * @param source who gave it
     * @throws TypeException if there is no such type
     * @throws PropertyException if the type has no such property or it cannot be written
     * @throws io.qom4j.core.error.ValueException if the value is illegal for the property
     */
    public void add(String typeName, String property, Supplier<InputVisitor> value, Origin source) {
        Property target = registry.get(typeName).property(property);
        if (!target.isWritable()) {
            throw new PropertyException("Property '" + typeName + "." + property + "' is not writable");
        }
        target.check(value.get(), property);
        all.add(new Global(typeName, target, value, new Origin.Global(typeName, source)));
    }

    /** Removes every default. */
    public void clear() {
        all.clear();
    }

    /** Returns what was given up to now. */
    public State state() {
        return new State(all);
    }

    /** Goes back to what was given at some earlier moment. */
    public void restore(State earlier) {
        all = new CopyOnWriteArrayList<>(earlier.all);
    }

    void apply(QomObject object) {
        if (all.isEmpty()) {
            return;
        }
        for (Global global : all) {
            if (object.isA(global.type())) {
                try {
                    global.property().set(object, global.value().get(), global.origin());
                } catch (QomException e) {
                    throw new PropertyException(
                            e.errorClass(),
                            "can't apply global " + global.type() + "."
                                    + global.property().name() + ": " + e.getMessage(),
                            e.hints(),
                            e);
                }
            }
        }
    }
}
