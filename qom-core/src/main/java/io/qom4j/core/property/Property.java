// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.OutputVisitor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named, typed value of an object that can be read and written by name.
 *
 * <p>Declared once on a class (for all its objects) or added to a single object. The kinds differ in the Java type of the
 * value; each adds accessors of that type, so that a held property is a handle that neither boxes nor looks anything up:
 *
 * <pre>{@code
 * BoolProperty pmem = fileClass.property("pmem", BoolProperty.class);
 * pmem.set(backend, true);
 * }</pre>
 *
 * <p>A refused set changes nothing: the value is parsed and checked whole before the setter is called. Immutable; safety of
 * concurrent sets and gets is that of the accessors behind it. QEMU: qom/object.c, ObjectProperty.
 */
public abstract sealed class Property
        permits BoolProperty,
                IntegerProperty,
                NumberProperty,
                StringProperty,
                EnumProperty,
                ValueProperty,
                LinkProperty,
                ChildProperty,
                AliasProperty,
                RenamedProperty {
    private final String name;
    private final String typeName;
    private final ValueType type;
    private final @Nullable String description;
    private final @Nullable String documentation;
    private final @Nullable String unit;
    private final boolean isAdvertised;
    private final boolean isExtension;
    private final Settable settable;
    private final boolean isRequired;
    private final @Nullable String declaredBy;
    private final int slot;
    private final @Nullable Consumer<QomObject> onRelease;
    private final @Nullable Function<QomObject, @Nullable QomObject> resolver;

    Property(PropertyBuilder<?> builder, ValueType type, @Nullable String declaredBy, int slot) {
        this.name = builder.name;
        this.typeName = builder.typeName == null ? type.wireName() : builder.typeName;
        this.type = type;
        this.description = builder.description;
        this.documentation = builder.documentation;
        this.isAdvertised = builder.isAdvertised;
        this.isExtension = builder.isExtension;
        this.unit = builder.unit;
        this.settable = builder.settable;
        this.isRequired = builder.isRequired;
        this.declaredBy = declaredBy;
        this.slot = slot;
        this.onRelease = builder.onRelease;
        this.resolver = builder.resolver;
    }

    /** Makes a copy, for a class that gives an inherited property another default. */
    Property(Property from) {
        this.name = from.name;
        this.typeName = from.typeName;
        this.type = from.type;
        this.description = from.description;
        this.documentation = from.documentation;
        this.isAdvertised = from.isAdvertised;
        this.isExtension = from.isExtension;
        this.unit = from.unit;
        this.settable = from.settable;
        this.isRequired = from.isRequired;
        this.declaredBy = from.declaredBy;
        this.slot = from.slot;
        this.onRelease = from.onRelease;
        this.resolver = from.resolver;
    }

    Property(String name, ValueType type) {
        this.name = name;
        this.typeName = type.wireName();
        this.type = type;
        this.description = null;
        this.documentation = null;
        this.isAdvertised = true;
        this.isExtension = false;
        this.unit = null;
        this.settable = Settable.ALWAYS;
        this.isRequired = false;
        this.declaredBy = null;
        this.slot = -1;
        this.onRelease = null;
        this.resolver = null;
    }

    /** Returns the name under which the property is set and read. */
    public final String name() {
        return name;
    }

    /** Returns QEMU's type text, for example {@code int} for a size; documentation, not a contract. */
    public final String typeName() {
        return typeName;
    }

    /** Returns the true type. */
    public final ValueType type() {
        return type;
    }

    /** Returns what the property is for in a phrase, as the wire tells it, or null if nobody said. */
    public final @Nullable String description() {
        return description;
    }

    /** Returns what the property is for and what its values do, for people: the description where nobody said more. */
    public final @Nullable String documentation() {
        return documentation == null ? description : documentation;
    }

    /** Tells whether QMP and QEMU's help tell the default. */
    public final boolean isDefaultAdvertised() {
        return isAdvertised;
    }

    /** Tells whether QEMU has no such property, so that what must list the same as QEMU's leaves it out. */
    public final boolean isExtension() {
        return isExtension;
    }

    /** Returns the unit of the value, for example {@code bytes}, or null. */
    public final @Nullable String unit() {
        return unit;
    }

    /** Returns when the property can be set. */
    public final Settable settable() {
        return settable;
    }

    /** Tells whether a user-creatable object cannot be made without this property. */
    public final boolean isRequired() {
        return isRequired;
    }

    /** Returns the name of the type that declares the property, or null for a property of a single object. */
    public final @Nullable String declaredBy() {
        return declaredBy;
    }

    /** Returns where an object keeps who set this property; -1 if it does not. */
    public final int slot() {
        return slot;
    }

    /** Tells whether the property can be read. */
    public abstract boolean isReadable();

    /** Tells whether the property can be written at some time in an object's life. */
    public abstract boolean isWritable();

    /** Returns the declared default as a boxed value, or null if none is declared. */
    public @Nullable Object defaultValue() {
        return null;
    }

    /**
     * Returns this property with another default, for a class whose objects start with another value than their parents'.
     *
     * @param value the boxed default: Boolean, Long, Double, String, a constant of the enum
     * @throws IllegalArgumentException if the property cannot have a default, or not this one
     */
    public Property withDefault(Object value) {
        throw new IllegalArgumentException("property '" + name + "' cannot have a default");
    }

    /** Writes the declared default; only for a property that has one. */
    public void writeDefault(OutputVisitor visitor, @Nullable String field) {
        type.write(visitor, field, defaultValue());
    }

    /** Applies the declared default to a new object; does nothing if none is declared. */
    public void applyDefault(QomObject object) {}

    /** Tells whether the object's value is the declared default; true if that cannot be seen. */
    public boolean holdsDefault(QomObject object) {
        return defaultValue() != null;
    }

    /**
     * Sets the property from a visitor.
     *
     * @param field the name by which the visitor knows the value; normally {@link #name()}
     * @param origin who sets it
     * @throws PropertyException if the property is not writable, or not any more
     * @throws io.qom4j.core.error.ValueException if the visitor holds no legal value
     */
    public final void set(QomObject object, InputVisitor visitor, String field, Origin origin) {
        if (!isWritable()) {
            throw notWritable(object);
        }
        if (settable.isCheckedFirst()) {
            settable.check(object, this);
        }
        accept(object, visitor, field, origin);
    }

    /** Sets the property from a visitor that knows the value by the property's own name. */
    public final void set(QomObject object, InputVisitor visitor, Origin origin) {
        set(object, visitor, name, origin);
    }

    /**
     * Writes the property's value to a visitor.
     *
     * @param field the name under which the visitor gets the value
     * @throws PropertyException if the property is not readable
     */
    public final void get(QomObject object, OutputVisitor visitor, @Nullable String field) {
        if (!isReadable()) {
            throw notReadable(object);
        }
        emit(object, visitor, field);
    }

    /**
     * Reads a value of the property's type and forgets it: a check without side effect.
     *
     * @throws io.qom4j.core.error.ValueException if the visitor holds no legal value
     */
    public void check(InputVisitor visitor, String field) {
        type.read(visitor, field);
    }

    /** Tells whether paths may run through the property: it is a link, stands for one, or was said to resolve to an object. */
    public boolean isResolvable() {
        return resolver != null || type instanceof LinkType;
    }

    /** Returns the object that a path runs into through this property, or null if it leads nowhere. */
    public @Nullable QomObject resolve(QomObject object) {
        QomObject found = resolver == null ? null : resolver.apply(object);
        return found == null || found.isFinalized() ? null : found;
    }

    /** Tells whether the property may have something to let go of, so that {@link #release} matters. */
    public boolean isReleased() {
        return onRelease != null;
    }

    /** Lets go of what the property holds for this object; called when the object ends or the property is removed. */
    public void release(QomObject object) {
        if (onRelease != null) {
            onRelease.accept(object);
        }
    }

    abstract void accept(QomObject object, InputVisitor visitor, String field, Origin origin);

    abstract void emit(QomObject object, OutputVisitor visitor, @Nullable String field);

    /** Refuses unless the property is writable and can be set on this object now. */
    final void checkSettable(QomObject object) {
        if (settable != Settable.ALWAYS) {
            settable.check(object, this);
        }
    }

    final PropertyException notWritable(QomObject object) {
        return new PropertyException("Property '" + object.typeName() + "." + name + "' is not writable");
    }

    final PropertyException notReadable(QomObject object) {
        return new PropertyException("Property '" + object.typeName() + "." + name + "' is not readable");
    }

    @Override
    public String toString() {
        return (declaredBy == null ? "" : declaredBy + ".") + name + ": " + typeName;
    }
}
