// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.NumberProperty;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.StringProperty;
import io.qom4j.core.text.StringInputVisitor;
import io.qom4j.core.text.StringOutputVisitor;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Access to an object's properties by name, one pair of methods for each Java type.
 *
 * <p>Each call looks the name up once and neither boxes nor allocates. Every method throws {@link PropertyException} if there
 * is no such property or it cannot be read or written, and {@link ValueException} if the property holds another type. Safety
 * of concurrent use is that of the accessors behind the property. QEMU: qom/object.c, object_property_set_bool and its
 * sisters.
 */
public abstract sealed class PropertyAccess extends Provenance permits QomObject {
    PropertyAccess() {}

    /**
     * Returns the property of this name.
     *
     * @throws PropertyException {@code Property 'T.name' not found}
     */
    public abstract Property property(String name);

    /** Returns the object whose properties these are. */
    abstract QomObject self();

    /** Returns the value of a boolean property. */
    public final boolean getBool(String name) {
        if (property(name) instanceof BoolProperty bool) {
            return bool.get(self());
        }
        throw PropertyMismatch.wrongType(name, "boolean");
    }

    /** Sets a boolean property. */
    public final void setBool(String name, boolean value) {
        if (property(name) instanceof BoolProperty bool) {
            bool.set(self(), value);
        } else {
            PropertyMismatch.set(self(), property(name), value);
        }
    }

    /** Returns the value of an integer or size property; unsigned 64-bit values above 2^63-1 show as negative. */
    public final long getLong(String name) {
        if (property(name) instanceof IntegerProperty integer) {
            return integer.get(self());
        }
        throw PropertyMismatch.wrongType(name, "int");
    }

    /** Sets an integer or size property. */
    public final void setLong(String name, long value) {
        if (property(name) instanceof IntegerProperty integer) {
            integer.set(self(), value);
        } else {
            PropertyMismatch.set(self(), property(name), value);
        }
    }

    /** Returns the value of a floating-point property. */
    public final double getDouble(String name) {
        if (property(name) instanceof NumberProperty number) {
            return number.get(self());
        }
        throw PropertyMismatch.wrongType(name, "number");
    }

    /** Sets a floating-point property. */
    public final void setDouble(String name, double value) {
        if (property(name) instanceof NumberProperty number) {
            number.set(self(), value);
        } else {
            PropertyMismatch.set(self(), property(name), value);
        }
    }

    /** Returns the value of a property that the wire shows as a string: a string, a word, a path. */
    public final @Nullable String getString(String name) {
        return property(name) instanceof StringProperty string
                ? string.get(self())
                : PropertyMismatch.string(self(), name);
    }

    /** Sets a property that the wire shows as a string: a string, a word, a path. */
    public final void setString(String name, String value) {
        if (property(name) instanceof StringProperty string) {
            string.set(self(), value);
        } else {
            PropertyMismatch.set(self(), property(name), value);
        }
    }

    /**
     * Returns the value of an enum property.
     *
     * @param constants the enum that the property must be of
     */
    public final <E extends Enum<E>> E getEnum(String name, Class<E> constants) {
        if (property(name) instanceof EnumProperty<?> words) {
            Enum<?> value = words.get(self());
            if (constants.isInstance(value)) {
                return constants.cast(value);
            }
        }
        throw new ValueException("Property " + name + " on " + self().typeName() + " is not '"
                + constants.getSimpleName() + "' enum type");
    }

    /** Sets an enum property. */
    public final void setEnum(String name, Enum<?> value) {
        if (!(property(name) instanceof EnumProperty<?> words)) {
            throw PropertyMismatch.wrongType(name, "enum");
        }
        words.setUnchecked(self(), value);
    }

    /** Returns the target of a link, or null if there is none. */
    public final @Nullable QomObject getLink(String name) {
        if (property(name) instanceof LinkProperty<?> link) {
            return link.get(self());
        }
        throw PropertyMismatch.wrongType(name, "link");
    }

    /** Sets the target of a link; null for none. */
    public final void setLink(String name, @Nullable QomObject target) {
        if (!(property(name) instanceof LinkProperty<?> link)) {
            throw PropertyMismatch.wrongType(name, "link");
        }
        PropertyMismatch.setLink(self(), link, target);
    }

    /** Sets a property from a visitor that knows the value by the property's name. */
    public final void set(String name, InputVisitor visitor, Origin origin) {
        property(name).set(self(), visitor, origin);
    }

    /** Writes a property's value to a visitor under the property's name. */
    public final void get(String name, OutputVisitor visitor) {
        property(name).get(self(), visitor, name);
    }

    /**
     * Sets a property from text. QEMU: qom/object.c, object_property_parse.
     *
     * @param text for example {@code 4k}, {@code on}, {@code 0-3,5}
     */
    public final void parse(String name, String text) {
        property(name)
                .set(
                        self(),
                        new StringInputVisitor(text, warning -> self().qom().warn(warning)),
                        Origins.API);
    }

    /**
     * Returns a property's value as text. QEMU: qom/object.c, object_property_print.
     *
     * @param forPeople whether to add what people like to see: {@code 4096 (4 KiB)}
     */
    public final String print(String name, boolean forPeople) {
        StringOutputVisitor visitor = forPeople ? StringOutputVisitor.human() : StringOutputVisitor.plain();
        property(name).get(self(), visitor, name);
        return visitor.text();
    }
}
