// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;

/** Reads and writes a number property of an annotated class. */
interface DoubleAccess extends ToDoubleFunction<QomObject>, ObjDoubleConsumer<QomObject> {
    /** The template: each copy calls the getter and the setter of one property. */
    final class Calls implements DoubleAccess {
        private static final MethodHandle GETTER = Template.handle(MethodHandles.lookup(), 0);
        private static final MethodHandle SETTER = Template.handle(MethodHandles.lookup(), 1);

        @Override
        public double applyAsDouble(QomObject object) {
            try {
                return (double) GETTER.invokeExact(object);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }

        @Override
        public void accept(QomObject object, double value) {
            try {
                SETTER.invokeExact(object, value);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }
    }
}
