// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.BoolSetter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.Predicate;

/** Reads and writes a boolean property of an annotated class. */
interface BoolAccess extends Predicate<QomObject>, BoolSetter<QomObject> {
    /** The template: each copy calls the getter and the setter of one property. */
    final class Calls implements BoolAccess {
        private static final MethodHandle GETTER = Template.handle(MethodHandles.lookup(), 0);
        private static final MethodHandle SETTER = Template.handle(MethodHandles.lookup(), 1);

        @Override
        public boolean test(QomObject object) {
            try {
                return (boolean) GETTER.invokeExact(object);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }

        @Override
        public void set(QomObject object, boolean value) {
            try {
                SETTER.invokeExact(object, value);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }
    }
}
