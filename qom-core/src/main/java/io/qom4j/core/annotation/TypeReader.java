// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an annotated class into the description of its type.
 *
 * <p>Everything that can be wrong is found here; accessors are made when the type's class is. Confined to one thread.
 *
 * @param <T> the class
 */
final class TypeReader<T extends QomObject> {
    private final Class<T> type;
    private final QomType annotation;
    private final Access access;
    private final Mistakes mistakes;

    TypeReader(Class<T> type, QomType annotation, Access access, Mistakes mistakes) {
        this.type = type;
        this.annotation = annotation;
        this.access = access;
        this.mistakes = mistakes;
    }

    /** Returns the description; what is wrong has become mistakes. */
    TypeInfo read() {
        List<Method> methods = SourceOrder.methods(type);
        HookReader hooks = new HookReader(type, methods, access, mistakes);
        TypeInfo.Builder<T> builder = TypeInfo.of(annotation.name(), type)
                .parent(parent())
                .interfaces(TypeInterfaces.of(type, annotation).toArray(String[]::new))
                .classInit(classInit(
                        new PropertyReader(type, methods, access, mistakes).read(),
                        hooks.onClasses(ClassInit.class, ObjectClass.class)));
        Consumer<ObjectClass> classBaseInit = hooks.onClasses(ClassBaseInit.class, ObjectClass.class);
        if (classBaseInit != null) {
            builder.classBaseInit(classBaseInit);
        }
        LifeAccess instanceInit = hooks.onObjects(InstanceInit.class);
        if (instanceInit != null) {
            builder.instanceInit(instanceInit);
        }
        LifeAccess instancePostInit = hooks.onObjects(InstancePostInit.class);
        if (instancePostInit != null) {
            builder.instancePostInit(instancePostInit);
        }
        LifeAccess instanceFinalize = hooks.onObjects(InstanceFinalize.class);
        if (instanceFinalize != null) {
            builder.instanceFinalize(instanceFinalize);
        }
        if (!annotation.description().isEmpty()) {
            builder.description(annotation.description());
        }
        return maker(builder).build();
    }

    private static Consumer<ObjectClass> classInit(
            List<AnnotatedProperty<?>> properties, @Nullable Consumer<ObjectClass> own) {
        return objectClass -> {
            properties.forEach(property -> property.declareOn(objectClass));
            if (own != null) {
                own.accept(objectClass);
            }
        };
    }

    /** Returns the parent's name: given, or the superclass's. */
    private String parent() {
        Class<?> above = type.getSuperclass();
        while (above != QomObject.class && !above.isAnnotationPresent(QomType.class)) {
            List<Member> lost = marked(above);
            if (!lost.isEmpty()) {
                mistakes.add("its superclass " + above.getName() + " marks " + Mistakes.describe(lost.getFirst())
                        + " but has no @QomType, so that the mark would do nothing; annotate " + above.getSimpleName());
            }
            above = above.getSuperclass();
        }
        if (!annotation.parent().isEmpty()) {
            return annotation.parent();
        }
        QomType parent = type.getSuperclass().getDeclaredAnnotation(QomType.class);
        if (parent != null) {
            return parent.name();
        }
        if (type.getSuperclass() != QomObject.class) {
            mistakes.add("its superclass " + type.getSuperclass().getName()
                    + " has no @QomType; say parent = the name of the type to descend from");
        }
        return QomObject.TYPE_NAME;
    }

    private static List<Member> marked(Class<?> untyped) {
        Stream<Member> fields = Stream.of(untyped.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(QomProperty.class))
                .map(Member.class::cast);
        Stream<Member> methods = Stream.of(untyped.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(QomProperty.class) && !method.isSynthetic())
                .map(Member.class::cast);
        return Stream.concat(fields, methods).toList();
    }

    private TypeInfo.Builder<T> maker(TypeInfo.Builder<T> builder) {
        if (annotation.abstractType()) {
            builder.abstractType();
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            return builder.abstractType();
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            mistakes.add("it is an inner class, which needs an object of "
                    + type.getEnclosingClass().getSimpleName() + " around it; make it static");
            return builder;
        }
        try {
            MethodHandle constructor = access.constructor(type.getDeclaredConstructor());
            if (constructor != null) {
                MethodHandle make = constructor.asType(MethodType.methodType(QomObject.class));
                builder.factory(makerOf(Template.LIFE.bind(LifeAccess.class, make, null)));
            }
        } catch (NoSuchMethodException e) {
            mistakes.add("it has no constructor without parameters; add one, or make the class abstract");
        }
        return builder;
    }

    @SuppressWarnings("unchecked") // it calls the constructor of the class
    private Supplier<T> makerOf(LifeAccess access) {
        return (Supplier<T>) (Supplier<?>) access;
    }
}
