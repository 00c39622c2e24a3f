// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on a Java class or interface that describes a type: what a {@link io.qom4j.core.TypeInfo} says, in place.
 *
 * <p>On a sub-class of {@link io.qom4j.core.QomObject} it describes a type of objects; objects are made by the constructor
 * without parameters. On an interface it describes an interface type. {@link AnnotatedTypes#infoOf} turns it into the
 * {@code TypeInfo}, and says what is wrong where something is.
 *
 * <p>Not inherited: each class that is a type says so itself. QEMU: include/qom/object.h, OBJECT_DEFINE_TYPE.
 */
@Documented
@Keep
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface QomType {
    /** The type's name, unique in a runtime. */
    String name();

    /**
     * The parent's name; empty for the type of the Java superclass, or of the one interface that an interface extends.
     *
     * <p>Needed only where the superclass is a type that was described without annotations.
     */
    String parent() default "";

    /**
     * The names of interfaces that the type implements, beside those that need no mention: {@code user-creatable} where the
     * class implements {@link io.qom4j.core.UserCreatable}, and each annotated Java interface that it implements.
     */
    String[] interfaces() default {};

    /** Whether the type has no objects of its own; an abstract Java class has none anyway. */
    boolean abstractType() default false;

    /** What the type is for, in a phrase. */
    String description() default "";
}
