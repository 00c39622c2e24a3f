// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.TypeException;
import java.lang.invoke.MethodHandles.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions of types, read off annotated classes.
 *
 * <p>Thread-safe. Reading a class finds all that is wrong with it; it is read once, and each runtime is given the same,
 * immutable, description.
 */
public final class AnnotatedTypes {
    /** A pure function of the class, remembered as long as the class lives: two runtimes cannot tell. */
    private static final ClassValue<TypeInfo> READ = new ClassValue<>() {
        @Override
        protected TypeInfo computeValue(Class<?> type) {
            return read(type, null);
        }
    };

    private AnnotatedTypes() {}

    /**
     * Returns the description of the type that a class or interface is annotated as.
     *
     * <p>The class may lie on the class path, or in a module that opens its package to {@code io.qom4j.core}, or exports it if
     * class and members are public.
     *
     * @throws TypeException naming everything that is wrong with the class, and what would be right
     */
    public static TypeInfo infoOf(Class<?> annotated) {
        return READ.get(annotated);
    }

    /**
     * Returns the description of a type whose package is not open, by the rights of its own module.
     *
     * @param rights {@code MethodHandles.lookup()}, called in the module of the class
     * @throws TypeException naming everything that is wrong with the class, and what would be right
     * @throws IllegalArgumentException if the lookup is of another module
     */
    public static TypeInfo infoOf(Class<?> annotated, Lookup rights) {
        return read(annotated, rights);
    }

    private static TypeInfo read(Class<?> type, @Nullable Lookup rights) {
        Mistakes mistakes = new Mistakes(type);
        QomType annotation = type.getDeclaredAnnotation(QomType.class);
        if (annotation == null) {
            mistakes.add("it has no @QomType; add @QomType(name = …)");
            throw mistakes.refusal();
        }
        if (!type.isInterface() && !QomObject.class.isAssignableFrom(type)) {
            mistakes.add("it does not extend QomObject; let it, or make it an interface");
            throw mistakes.refusal();
        }
        Access access = rights == null ? Access.granted(type, mistakes) : Access.through(rights, type, mistakes);
        TypeInfo info = mistakes.isEmpty() ? describe(type, annotation, access, mistakes) : null;
        if (info == null || !mistakes.isEmpty()) {
            throw mistakes.refusal();
        }
        return info;
    }

    private static TypeInfo describe(Class<?> type, QomType annotation, Access access, Mistakes mistakes) {
        return type.isInterface()
                ? TypeInterfaces.describe(type, annotation, access, mistakes)
                : new TypeReader<>(type.asSubclass(QomObject.class), annotation, access, mistakes).read();
    }
}
