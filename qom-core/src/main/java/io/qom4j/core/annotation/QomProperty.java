// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on a field or a getter of a {@link QomType} that makes it a property.
 *
 * <p>On a field the property reads and writes the field itself. On a getter {@code x()}, {@code isX()} or {@code getX()} it
 * calls the getter, and for writing the setter {@code setX(…)} or {@code x(…)} beside it, which may refuse a value with an
 * exception. Members may be private.
 *
 * <table>
 * <caption>What the Java type makes of the property</caption>
 * <tr><th>Java type</th><th>property</th></tr>
 * <tr><td>boolean</td><td>bool</td></tr>
 * <tr><td>byte, short, int, long</td><td>int8 … int64, with {@link #unsigned} uint8 … uint64</td></tr>
 * <tr><td>long with {@link #size}</td><td>size in bytes</td></tr>
 * <tr><td>float, double</td><td>number</td></tr>
 * <tr><td>String</td><td>string</td></tr>
 * <tr><td>an enum</td><td>word of a closed set</td></tr>
 * <tr><td>int[], long[]</td><td>list of integers; the array is copied on the way in and out of a field</td></tr>
 * <tr><td>java.time.LocalDateTime</td><td>struct tm</td></tr>
 * <tr><td>a record</td><td>struct; see {@link RecordCodec}</td></tr>
 * <tr><td>List of boxed values, Strings, enums, records</td><td>list</td></tr>
 * <tr><td>a QomObject</td><td>link, strong unless {@link #weak}</td></tr>
 * </table>
 *
 * <p>Properties are declared in the order of the source: fields first, then getters.
 */
@Documented
@Keep
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface QomProperty {
    /** The property's name; empty for the member's own in kebab case: {@code isReadOnly} becomes {@code read-only}. */
    String name() default "";

    /** What the property is for: a phrase without a full stop. */
    String description() default "";

    /** What the property is for and what its values do, at more length, for people; empty for the description. */
    String documentation() default "";

    /**
     * The value that new objects start with, as text: {@code "on"}, {@code "4k"}, {@code "0-3,5"}.
     *
     * <p>None if left out; a field's initial value then stands, without being declared. Several texts are joined by commas.
     */
    String[] defaultValue() default {};

    /** The unit of the value, for example {@code bytes} or {@code ns}. */
    String unit() default "";

    /** When the property can be set. */
    WhenSettable settable() default WhenSettable.ALWAYS;

    /** Whether a user-creatable object cannot be made without this property. */
    boolean required() default false;

    /** Whether the property cannot be written; a final field cannot be anyway. */
    boolean readOnly() default false;

    /** The type text for the wire where it differs from the true type's; for an enum the name of the set of words. */
    String typeName() default "";

    /** Whether a long is a size in bytes, unsigned, which text may give a suffix such as {@code k} or {@code M}. */
    boolean size() default false;

    /** Whether an integer, or each element of a list, is unsigned. */
    boolean unsigned() default false;

    /** The width of an integer, or of each element of a list: 8, 16, 32 or 64; 0 for that of the Java type. */
    int bits() default 0;

    /** The least legal value of an integer, where the type's own is not it. */
    long min() default Long.MIN_VALUE;

    /** The greatest legal value of an integer, where the type's own is not it. */
    long max() default Long.MAX_VALUE;

    /** Whether a link does not keep its target alive; one that cannot be written never does. */
    boolean weak() default false;

    /**
     * The name of a method of the class, {@code void x()}, that is called when the property goes, with its object; empty for
     * none. See {@link io.qom4j.core.property.PropertyBuilder#onRelease}.
     */
    String onRelease() default "";

    /**
     * The name of a method of the class without parameters that returns the object to which paths lead through the property, or
     * null; empty for none. Not for links, which have a target. See {@link io.qom4j.core.property.PropertyBuilder#resolvesTo}.
     */
    String resolvesTo() default "";

    /** The type that a link's target must have; empty for the one that the Java class of the field is annotated with. */
    String target() default "";
}
