// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.PropertyDeclarations;
import io.qom4j.core.QomObject;
import io.qom4j.core.property.PropertyBuilder;
import io.qom4j.core.text.StringInputVisitor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the Java type of an annotated member makes of it as a property.
 *
 * <p>Immutable.
 *
 * @param <A> the interface of the accessors
 */
abstract sealed class PropertyKind<A>
        permits BoolKind, IntegerKind, NumberKind, StringKind, EnumKind, ListKind, TimeKind, CodecKind, LinkKind {
    /** Returns the kind in words, with its article: {@code a boolean}. */
    abstract String words();

    /** Returns which special attributes of the annotation say something about this kind. */
    abstract Set<Attribute> attributes();

    /**
     * Reads a default.
     *
     * @throws io.qom4j.core.error.ValueException if the text is no value of this kind
     */
    abstract Object parse(String name, String text);

    /**
     * Returns accessors that are as fast as lambdas.
     *
     * @param getter reads the member of an object
     * @param setter writes it, or null if the property is read-only
     */
    abstract A bind(MethodHandle getter, @Nullable MethodHandle setter);

    /**
     * Declares a property.
     *
     * @param defaultValue what {@link #parse} returned, or null
     */
    abstract PropertyBuilder<?> declare(
            PropertyDeclarations target, String name, A accessors, boolean isWritable, @Nullable Object defaultValue);

    static StringInputVisitor visitor(String text) {
        return new StringInputVisitor(text, warning -> {});
    }

    /** Returns a getter that takes any object of the model and returns a value of another, wider, type. */
    static MethodHandle getterOf(Class<?> value, MethodHandle getter) {
        return getter.asType(MethodType.methodType(value, QomObject.class));
    }

    /** Returns a setter that takes any object of the model, and what it returns is dropped. */
    static @Nullable MethodHandle setterOf(Class<?> value, @Nullable MethodHandle setter) {
        return setter == null ? null : setter.asType(MethodType.methodType(void.class, QomObject.class, value));
    }
}
