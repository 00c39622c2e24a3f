// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ObjectClass} and {@link InterfaceClass} share: a name, a type registry, and data inherited by value.
 *
 * <p>Changed only while it is being made, by one thread; immutable and thread-safe afterwards. QEMU: include/qom/object.h,
 * ObjectClass.
 */
public abstract sealed class QomClass permits ObjectClass, InterfaceClass {
    private final TypeRegistry registry;
    private final Qom qom;
    private final TypeInfo type;
    private Map<ClassKey<?>, Object> data;
    private boolean ownsData;
    private volatile boolean isComplete;

    QomClass(TypeRegistry registry, TypeInfo type, @Nullable QomClass inherited) {
        this.registry = registry;
        this.qom = registry.qom();
        this.type = type;
        this.data = inherited == null ? Map.of() : inherited.data;
    }

    /** Returns the registry that this class belongs to. */
    public final TypeRegistry registry() {
        return registry;
    }

    /** Returns the runtime that this class belongs to. */
    final Qom qom() {
        return qom;
    }

    /** Returns the type that this class belongs to. */
    public final TypeInfo type() {
        return type;
    }

    /** Returns the class's name. */
    public abstract String name();

    /** Returns the data under a key, or null if neither this class nor an ancestor put any. */
    public final <V> @Nullable V get(ClassKey<V> key) {
        Object value = data.get(key);
        return value == null ? null : key.cast(value);
    }

    /**
     * Puts data under a key, hiding what was inherited.
     *
     * @throws IllegalStateException if the class is complete
     */
    public final <V> void put(ClassKey<V> key, V value) {
        requireUnderConstruction("data '" + key + "' is put");
        if (!ownsData) {
            data = new HashMap<>(data);
            ownsData = true;
        }
        data.put(key, key.cast(value));
    }

    /** Tells whether class_init has run. */
    public final boolean isComplete() {
        return isComplete;
    }

    final void requireUnderConstruction(String what) {
        if (isComplete) {
            throw new IllegalStateException("class '" + name() + "' is complete: " + what + " in its class_init");
        }
    }

    void complete() {
        isComplete = true;
    }

    @Override
    public final String toString() {
        return name();
    }
}
