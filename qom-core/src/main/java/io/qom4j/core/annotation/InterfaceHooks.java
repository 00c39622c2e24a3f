// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.InterfaceClass;
import io.qom4j.core.TypeInfo;
import java.util.function.Consumer;

/** The hooks of an annotated interface. */
final class InterfaceHooks {
    private InterfaceHooks() {}

    static void add(Class<?> type, Access access, Mistakes mistakes, TypeInfo.InterfaceBuilder builder) {
        HookReader hooks = new HookReader(type, SourceOrder.methods(type), access, mistakes);
        Consumer<InterfaceClass> classInit = hooks.onClasses(ClassInit.class, InterfaceClass.class);
        if (classInit != null) {
            builder.classInit(classInit);
        }
        Consumer<InterfaceClass> classBaseInit = hooks.onClasses(ClassBaseInit.class, InterfaceClass.class);
        if (classBaseInit != null) {
            builder.classBaseInit(classBaseInit);
        }
    }
}
