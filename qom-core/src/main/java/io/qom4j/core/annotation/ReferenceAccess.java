// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a property of an annotated class that holds an object of Java: a string, a constant, a target.
 *
 * @param <V> the class of the value, which the setter's handle checks
 */
interface ReferenceAccess<V> extends Function<QomObject, V>, BiConsumer<QomObject, V> {
    /** Returns accessors that check the class of what they store by the setter's own. */
    @SuppressWarnings("unchecked") // the getter's and the setter's handles know the class
    static <V> ReferenceAccess<V> bind(MethodHandle getter, @Nullable MethodHandle setter) {
        return Template.REFERENCE.bind(
                ReferenceAccess.class,
                PropertyKind.getterOf(Object.class, getter),
                PropertyKind.setterOf(Object.class, setter));
    }

    /** The template: each copy calls the getter and the setter of one property. */
    final class Calls implements ReferenceAccess<Object> {
        private static final MethodHandle GETTER = Template.handle(MethodHandles.lookup(), 0);
        private static final MethodHandle SETTER = Template.handle(MethodHandles.lookup(), 1);

        @Override
        public Object apply(QomObject object) {
            try {
                return GETTER.invokeExact(object);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }

        @Override
        public void accept(QomObject object, Object value) {
            try {
                SETTER.invokeExact(object, value);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }
    }
}
