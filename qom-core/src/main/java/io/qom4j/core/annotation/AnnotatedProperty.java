// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.property.PropertyBuilder;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * A property that a member of an annotated class declares: found sound, and ready to be declared on the type's class in any
 * runtime.
 *
 * <p>Thread-safe. Accessors are made when first needed, so that a type that nobody uses costs no classes.
 *
 * @param <A> the interface of the accessors
 */
final class AnnotatedProperty<A> {
    private final String name;
    private final QomProperty annotation;
    private final PropertyKind<A> kind;
    private final MethodHandle getter;
    private final @Nullable MethodHandle setter;
    private final @Nullable Object defaultValue;
    private final Callbacks callbacks;
    private volatile @Nullable A accessors;

    AnnotatedProperty(
            String name,
            QomProperty annotation,
            PropertyKind<A> kind,
            MethodHandle getter,
            @Nullable MethodHandle setter,
            @Nullable Object defaultValue,
            Callbacks callbacks) {
        this.name = name;
        this.annotation = annotation;
        this.kind = kind;
        this.getter = getter;
        this.setter = setter;
        this.defaultValue = defaultValue;
        this.callbacks = callbacks;
    }

    String name() {
        return name;
    }

    void declareOn(ObjectClass objectClass) {
        PropertyBuilder<?> builder = kind.declare(objectClass, name, accessors(), setter != null, defaultValue);
        builder.settable(annotation.settable().rule());
        if (!annotation.description().isEmpty()) {
            builder.description(annotation.description());
        }
        if (!annotation.documentation().isEmpty()) {
            builder.documentation(annotation.documentation());
        }
        if (!annotation.unit().isEmpty()) {
            builder.unit(annotation.unit());
        }
        if (!annotation.typeName().isEmpty()) {
            builder.typeName(annotation.typeName());
        }
        if (annotation.required()) {
            builder.required();
        }
        callbacks.giveTo(builder);
    }

    /** Returns the accessors. Two threads may both make some; either's will do. */
    private A accessors() {
        A made = accessors;
        if (made == null) {
            made = kind.bind(getter, setter);
            accessors = made;
        }
        return made;
    }
}
