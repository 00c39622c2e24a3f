// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.error.ValueException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the properties that the members of a class declare. Confined to one thread. */
final class PropertyReader {
    private final Class<?> type;
    private final List<Method> methods;
    private final Access access;
    private final Mistakes mistakes;
    private final List<AnnotatedProperty<?>> found = new ArrayList<>();

    PropertyReader(Class<?> type, List<Method> methods, Access access, Mistakes mistakes) {
        this.type = type;
        this.methods = methods;
        this.access = access;
        this.mistakes = mistakes;
    }

    /** Returns the properties in the order of the source; what is wrong with a member has become a mistake. */
    List<AnnotatedProperty<?>> read() {
        for (Field field : SourceOrder.fields(type)) {
            QomProperty annotation = field.getDeclaredAnnotation(QomProperty.class);
            if (annotation != null) {
                readField(field, annotation);
            }
        }
        for (Method method : methods) {
            QomProperty annotation = method.getDeclaredAnnotation(QomProperty.class);
            if (annotation != null) {
                readGetter(method, annotation);
            }
        }
        return List.copyOf(found);
    }

    private void readField(Field field, QomProperty annotation) {
        if (Modifier.isStatic(field.getModifiers())) {
            mistakes.add(field, "is static, but a property belongs to an object; drop 'static'");
            return;
        }
        boolean isWritable = !annotation.readOnly() && !Modifier.isFinal(field.getModifiers());
        MethodHandle getter = access.getter(field);
        MethodHandle setter = isWritable && getter != null ? access.setter(field) : null;
        add(field, field.getType(), annotation, getter, setter);
    }

    private void readGetter(Method method, QomProperty annotation) {
        Class<?> javaType = method.getReturnType();
        if (Modifier.isStatic(method.getModifiers())) {
            mistakes.add(method, "is static, but a property belongs to an object; drop 'static'");
        } else if (method.getParameterCount() > 0 || javaType == void.class) {
            mistakes.add(method, "is no getter: it must take nothing and return the value; annotate the getter");
        } else if (!Checked.isDeclaredBy(method, mistakes)) {
            MethodHandle setter = null;
            if (!annotation.readOnly()) {
                Method found = findSetter(method);
                setter = found == null ? null : access.method(found);
            }
            add(method, javaType, annotation, access.method(method), setter);
        }
    }

    private @Nullable Method findSetter(Method getter) {
        Class<?> javaType = getter.getReturnType();
        String[] names = MemberNames.setters(MemberNames.stem(getter.getName(), javaType));
        for (String name : names) {
            for (Method each : methods) {
                if (each.getName().equals(name)
                        && each.getParameterCount() == 1
                        && !Modifier.isStatic(each.getModifiers())) {
                    if (each.getParameterTypes()[0] == javaType) {
                        return Checked.isDeclaredBy(each, mistakes) ? null : each;
                    }
                    mistakes.add(
                            each,
                            "takes " + each.getParameterTypes()[0].getTypeName() + ", but getter '" + getter.getName()
                                    + "' returns " + javaType.getTypeName() + "; make them the same");
                    return null;
                }
            }
        }
        String parameter = "(" + javaType.getSimpleName() + ")";
        mistakes.add(
                getter,
                "has no setter beside it; add " + names[0] + parameter + " or " + names[1] + parameter
                        + ", or say readOnly = true");
        return null;
    }

    private void add(
            Member member,
            Class<?> javaType,
            QomProperty annotation,
            @Nullable MethodHandle getter,
            @Nullable MethodHandle setter) {
        // Interned like a literal, so that looking a literal up finds it without comparing letters.
        String name = annotation.name().isEmpty()
                ? MemberNames.kebab(MemberNames.stem(member.getName(), javaType))
                        .intern()
                : annotation.name();
        if (found.stream().anyMatch(each -> each.name().equals(name))) {
            mistakes.add(member, "declares property '" + name + "' once more; give one of the two another name");
        }
        PropertyKind<?> kind = PropertyKinds.of(member, javaType, annotation, mistakes);
        if (kind != null && getter != null) {
            found.add(declare(member, name, annotation, kind, getter, setter));
        }
    }

    private <A> AnnotatedProperty<A> declare(
            Member member,
            String name,
            QomProperty annotation,
            PropertyKind<A> kind,
            MethodHandle getter,
            @Nullable MethodHandle setter) {
        Object defaultValue = null;
        if (annotation.defaultValue().length > 0) {
            if (setter == null) {
                mistakes.add(member, "has a default but cannot be written; give the field an initial value instead");
            }
            try {
                defaultValue = kind.parse(name, String.join(",", annotation.defaultValue()));
            } catch (ValueException e) {
                mistakes.add(member, "has a bad default: " + e.getMessage());
            }
        }
        if (annotation.required() && setter == null) {
            mistakes.add(member, "is required but cannot be written; drop one of the two");
        }
        if (kind instanceof LinkKind<?> && !annotation.resolvesTo().isEmpty()) {
            mistakes.add(member, "says 'resolvesTo', but a link leads to its own target; drop it");
        }
        Callbacks callbacks = Callbacks.of(member, annotation, methods, access, mistakes);
        return new AnnotatedProperty<>(name, annotation, kind, getter, setter, defaultValue, callbacks);
    }
}
