// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes objects of an annotated class, or calls a hook on one. */
interface LifeAccess extends Supplier<QomObject>, Consumer<QomObject> {
    /** The template: each copy calls one constructor, or one hook. */
    final class Calls implements LifeAccess {
        private static final MethodHandle CONSTRUCTOR = Template.handle(MethodHandles.lookup(), 0);
        private static final MethodHandle HOOK = Template.handle(MethodHandles.lookup(), 1);

        @Override
        public QomObject get() {
            try {
                return (QomObject) CONSTRUCTOR.invokeExact();
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }

        @Override
        public void accept(QomObject object) {
            try {
                HOOK.invokeExact(object);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        }
    }
}
