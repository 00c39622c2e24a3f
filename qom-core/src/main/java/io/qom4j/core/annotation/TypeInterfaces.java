// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The interface types that a Java class or interface stands for through those that it implements or extends. */
final class TypeInterfaces {
    private TypeInterfaces() {}

    /** Returns the names of the interface types that a class implements: those that it lists, then those of Java interfaces. */
    static Set<String> of(Class<?> type, QomType annotation) {
        Set<String> names = new LinkedHashSet<>(List.of(annotation.interfaces()));
        List<Class<?>> known = new ArrayList<>();
        collect(type, known);
        for (Class<?> each : known) {
            // One that another extends would be there twice, and casts to it ambiguous.
            if (known.stream().noneMatch(other -> other != each && each.isAssignableFrom(other))) {
                names.add(String.valueOf(nameOf(each)));
            }
        }
        return names;
    }

    /** Adds the nearest Java interfaces that stand for an interface type. */
    private static void collect(Class<?> type, List<Class<?>> known) {
        for (Class<?> each : type.getInterfaces()) {
            if (nameOf(each) == null) {
                collect(each, known);
            } else if (!known.contains(each)) {
                known.add(each);
            }
        }
    }

    private static @Nullable String nameOf(Class<?> javaInterface) {
        if (javaInterface == UserCreatable.class) {
            return UserCreatable.TYPE_NAME;
        }
        QomType annotation = javaInterface.getDeclaredAnnotation(QomType.class);
        return annotation == null ? null : annotation.name();
    }

    /** Returns the description of the interface type that an annotated Java interface stands for. */
    static TypeInfo describe(Class<?> type, QomType annotation, Access access, Mistakes mistakes) {
        List<Class<?>> extended = new ArrayList<>();
        collect(type, extended);
        if (annotation.interfaces().length > 0) {
            mistakes.add("it is an interface, which extends one and lists none; say parent = \""
                    + annotation.interfaces()[0] + "\"");
        }
        if (extended.size() > 1) {
            mistakes.add("it extends more than one interface type: "
                    + String.join(" and ", extended.stream().map(Class::getName).toList()) + "; let it extend one");
        }
        Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(QomProperty.class))
                .forEach(method -> mistakes.add(
                        method,
                        "is a property of an interface; declare it in the classes that implement the interface"));
        String parent = annotation.parent();
        if (parent.isEmpty()) {
            parent = extended.isEmpty() ? TypeRegistry.INTERFACE : String.valueOf(nameOf(extended.getFirst()));
        }
        TypeInfo.InterfaceBuilder builder =
                TypeInfo.ofInterface(annotation.name()).parent(parent);
        if (!annotation.description().isEmpty()) {
            builder.description(annotation.description());
        }
        InterfaceHooks.add(type, access, mistakes, builder);
        return builder.build();
    }
}
