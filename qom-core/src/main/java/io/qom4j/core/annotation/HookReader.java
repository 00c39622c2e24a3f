// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomClass;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the hooks among the methods of a class. Confined to one thread. */
final class HookReader {
    private static final List<Class<? extends Annotation>> INSTANCE_HOOKS =
            List.of(InstanceInit.class, InstancePostInit.class, InstanceFinalize.class);

    private final Class<?> type;
    private final List<Method> methods;
    private final Access access;
    private final Mistakes mistakes;

    HookReader(Class<?> type, List<Method> methods, Access access, Mistakes mistakes) {
        this.type = type;
        this.methods = methods;
        this.access = access;
        this.mistakes = mistakes;
    }

    /** Returns the hook for objects, or null if there is none. */
    @Nullable LifeAccess onObjects(Class<? extends Annotation> annotation) {
        Method method = single(annotation);
        if (method == null) {
            return null;
        }
        if (Modifier.isStatic(method.getModifiers())
                || method.getParameterCount() > 0
                || method.getReturnType() != void.class) {
            mistakes.add(method, "is no hook for objects; make it 'void " + method.getName() + "()', not static");
            return null;
        }
        Class<?> overridden = overridden(method);
        if (overridden != null) {
            mistakes.add(
                    method,
                    "overrides the hook of " + overridden.getName()
                            + ", so that it would run twice; give it another name");
        }
        MethodHandle handle = access.method(method);
        if (handle == null) {
            return null;
        }
        MethodHandle hook = handle.asType(MethodType.methodType(void.class, io.qom4j.core.QomObject.class));
        return Template.LIFE.bind(LifeAccess.class, hook, hook);
    }

    /**
     * Returns the hook for classes, or null if there is none.
     *
     * @param parameter ObjectClass or InterfaceClass
     */
    <C extends QomClass> @Nullable Consumer<C> onClasses(Class<? extends Annotation> annotation, Class<C> parameter) {
        Method method = single(annotation);
        if (method == null) {
            return null;
        }
        if (!Modifier.isStatic(method.getModifiers())
                || !Arrays.equals(method.getParameterTypes(), new Class<?>[] {parameter})
                || method.getReturnType() != void.class) {
            mistakes.add(
                    method,
                    "is no hook for classes; make it 'static void " + method.getName() + "(" + parameter.getSimpleName()
                            + " c)'");
            return null;
        }
        MethodHandle handle = access.method(method);
        if (handle == null) {
            return null;
        }
        MethodHandle hook = handle.asType(MethodType.methodType(void.class, QomClass.class));
        return made -> {
            try {
                hook.invokeExact((QomClass) made);
            } catch (Throwable e) {
                throw Template.unchecked(e);
            }
        };
    }

    private @Nullable Method single(Class<? extends Annotation> annotation) {
        List<Method> marked = methods.stream()
                .filter(method -> method.isAnnotationPresent(annotation))
                .toList();
        for (int i = 1; i < marked.size(); i++) {
            mistakes.add(
                    marked.get(i),
                    "is @" + annotation.getSimpleName() + " as is '"
                            + marked.getFirst().getName() + "'; let one call the other");
        }
        return marked.isEmpty() || Checked.isDeclaredBy(marked.getFirst(), mistakes) ? null : marked.getFirst();
    }

    private @Nullable Class<?> overridden(Method method) {
        if (Modifier.isPrivate(method.getModifiers())) {
            return null;
        }
        for (Class<?> above = type.getSuperclass(); above != null; above = above.getSuperclass()) {
            for (Method each : above.getDeclaredMethods()) {
                if (each.getName().equals(method.getName())
                        && each.getParameterCount() == 0
                        && !Modifier.isPrivate(each.getModifiers())
                        && INSTANCE_HOOKS.stream().anyMatch(each::isAnnotationPresent)) {
                    return above;
                }
            }
        }
        return null;
    }
}
