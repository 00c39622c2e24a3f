// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.reflect.Method;

/** Checked exceptions, which annotated members must not declare: nobody between them and their caller can handle one. */
final class Checked {
    private Checked() {}

    /** Tells whether a method declares a checked exception, which is then a mistake. */
    static boolean isDeclaredBy(Method method, Mistakes mistakes) {
        for (Class<?> thrown : method.getExceptionTypes()) {
            if (!RuntimeException.class.isAssignableFrom(thrown) && !Error.class.isAssignableFrom(thrown)) {
                mistakes.add(
                        method, "throws " + thrown.getSimpleName() + "; wrap it in a QomException, which is unchecked");
                return true;
            }
        }
        return false;
    }
}
