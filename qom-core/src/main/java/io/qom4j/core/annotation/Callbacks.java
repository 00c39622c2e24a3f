// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import io.qom4j.core.property.PropertyBuilder;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods that an annotated property names: what happens when it goes, and where paths lead through it.
 *
 * <p>Immutable.
 */
record Callbacks(@Nullable LifeAccess release, @Nullable ReferenceAccess<@Nullable QomObject> resolver) {
    /** Finds the methods; what is wrong with one has become a mistake of the member. */
    static Callbacks of(Member member, QomProperty annotation, List<Method> methods, Access access, Mistakes mistakes) {
        MethodHandle release = null;
        if (!annotation.onRelease().isEmpty()) {
            release = find(member, "onRelease", annotation.onRelease(), void.class, methods, access, mistakes);
        }
        MethodHandle resolver = null;
        if (!annotation.resolvesTo().isEmpty()) {
            resolver = find(member, "resolvesTo", annotation.resolvesTo(), QomObject.class, methods, access, mistakes);
        }
        return new Callbacks(
                release == null ? null : hook(release), resolver == null ? null : ReferenceAccess.bind(resolver, null));
    }

    private static LifeAccess hook(MethodHandle method) {
        MethodHandle handle = method.asType(MethodType.methodType(void.class, QomObject.class));
        return Template.LIFE.bind(LifeAccess.class, handle, handle);
    }

    private static @Nullable MethodHandle find(
            Member member,
            String attribute,
            String name,
            Class<?> returned,
            List<Method> methods,
            Access access,
            Mistakes mistakes) {
        for (Method each : methods) {
            if (each.getName().equals(name)
                    && each.getParameterCount() == 0
                    && !Modifier.isStatic(each.getModifiers())
                    && returned.isAssignableFrom(each.getReturnType())) {
                return Checked.isDeclaredBy(each, mistakes) ? null : access.method(each);
            }
        }
        mistakes.add(
                member,
                "says " + attribute + " = '" + name + "', but the class has no method '" + returned.getSimpleName()
                        + " " + name + "()'; add it, not static");
        return null;
    }

    void giveTo(PropertyBuilder<?> builder) {
        if (release != null) {
            builder.onRelease(release);
        }
        if (resolver != null) {
            builder.resolvesTo(resolver);
        }
    }
}
