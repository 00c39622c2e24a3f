// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;

/** Reads and writes an integer property of an annotated class. */
interface LongAccess extends ToLongFunction<QomObject>, ObjLongConsumer<QomObject> {
    /** The template: each copy calls the getter and the setter of one property. */
    final class Calls implements LongAccess {
        private static final MethodHandle GETTER = Template.handle(MethodHandles.lookup(), 0);
        private static final MethodHandle SETTER = Template.handle(MethodHandles.lookup(), 1);

        @Override
        public long applyAsLong(QomObject object) {
            try {
                return (long) GETTER.invokeExact(object);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }

        @Override
        public void accept(QomObject object, long value) {
            try {
                SETTER.invokeExact(object, value);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }
    }
}
