// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The way to the members of one annotated class, as handles.
 *
 * <p>On the class path, and where a module opens the package, every member is reached; where it only exports it, public
 * members of public classes. What cannot be reached becomes a mistake that names the missing directive. Confined to one
 * thread.
 */
final class Access {
    private final Class<?> type;
    private final Lookup lookup;
    private final Mistakes mistakes;

    private Access(Class<?> type, Lookup lookup, Mistakes mistakes) {
        this.type = type;
        this.lookup = lookup;
        this.mistakes = mistakes;
    }

    /** Returns the way that the class's module grants to everybody. */
    static Access granted(Class<?> type, Mistakes mistakes) {
        Access.class.getModule().addReads(type.getModule());
        try {
            return new Access(type, MethodHandles.privateLookupIn(type, MethodHandles.lookup()), mistakes);
        } catch (IllegalAccessException e) {
            if (!type.getModule().isExported(type.getPackageName(), Access.class.getModule())) {
                mistakes.add("module " + type.getModule().getName() + " neither opens nor exports package "
                        + type.getPackageName() + "; " + remedy(type));
            }
            return new Access(type, MethodHandles.lookup(), mistakes);
        }
    }

    /**
     * Returns the way that a lookup of the class's own module grants.
     *
     * @throws IllegalArgumentException if it is a lookup of another module
     */
    static Access through(Lookup given, Class<?> type, Mistakes mistakes) {
        try {
            return new Access(type, MethodHandles.privateLookupIn(type, given), mistakes);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "The lookup of " + given.lookupClass().getName() + " does not reach " + type.getName()
                            + ": call MethodHandles.lookup() in the module of the type",
                    e);
        }
    }

    @Nullable MethodHandle getter(Field field) {
        return reach(field, () -> lookup.unreflectGetter(field));
    }

    @Nullable MethodHandle setter(Field field) {
        return reach(field, () -> lookup.unreflectSetter(field));
    }

    @Nullable MethodHandle method(Method method) {
        return reach(method, () -> lookup.unreflect(method));
    }

    @Nullable MethodHandle constructor(Constructor<?> constructor) {
        return reach(constructor, () -> lookup.unreflectConstructor(constructor));
    }

    private interface Unreflecting {
        MethodHandle handle() throws IllegalAccessException;
    }

    private <M extends AccessibleObject & Member> @Nullable MethodHandle reach(M member, Unreflecting unreflecting) {
        try {
            return unreflecting.handle();
        } catch (IllegalAccessException e) {
            String what = member instanceof Constructor<?> ? "its constructor" : Mistakes.describe(member);
            if (mistakes.isEmpty() || type.getModule().isExported(type.getPackageName(), Access.class.getModule())) {
                mistakes.add(what + " cannot be reached, as "
                        + (Modifier.isPublic(type.getModifiers()) ? "it" : "the class")
                        + " is not public; " + remedy(type));
            }
            return null;
        }
    }

    private static String remedy(Class<?> type) {
        Module core = Access.class.getModule();
        return "add 'opens " + type.getPackageName() + (core.isNamed() ? " to " + core.getName() : "")
                + ";' to the module-info.java of " + type.getModule().getName();
    }
}
