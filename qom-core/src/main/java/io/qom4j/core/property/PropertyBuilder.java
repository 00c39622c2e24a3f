// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import org.jspecify.annotations.Nullable;

/**
 * A property being declared: its name and accessors are fixed, everything else may still be said.
 *
 * <p>{@code oc.addBool(…)} and its sisters return one; the property is made from it when class_init ends. Confined to the
 * thread that declares.
 *
 * @param <B> the concrete builder, for chaining
 */
public abstract sealed class PropertyBuilder<B extends PropertyBuilder<B>>
        permits BoolProperty.Builder,
                IntegerProperty.Builder,
                NumberProperty.Builder,
                StringProperty.Builder,
                EnumProperty.Builder,
                ValueProperty.Builder,
                LinkProperty.Builder,
                AliasProperty.Builder,
                RenamedProperty.Builder {
    String name;

    @Nullable String typeName;

    @Nullable String description;

    @Nullable String documentation;

    @Nullable String unit;

    Settable settable = Settable.ALWAYS;
    boolean isRequired;
    boolean isAdvertised = true;
    boolean isExtension;

    PropertyBuilder(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a property needs a name");
        }
        this.name = name;
    }

    abstract B self();

    /** Refuses a default for a property that cannot be set. */
    final void requireSetter(@Nullable Object setter) {
        if (setter == null) {
            throw new IllegalArgumentException(
                    "property '" + name + "' has no setter, so it cannot have a default: give it a setter");
        }
    }

    /** Returns the property's name. */
    public final String name() {
        return name;
    }

    /** Gives the property another name: the one that {@code name[*]} became. */
    public final B named(String newName) {
        name = newName;
        return self();
    }

    /** Says what the property is for, in QEMU's style: a phrase without a full stop. */
    public final B description(String text) {
        description = text;
        return self();
    }

    /** Says at more length what the property is for and what its values do, for people; whole sentences. */
    public final B documentation(String text) {
        documentation = text;
        return self();
    }

    /** Keeps the default from QMP and from QEMU's help, where QEMU does not tell it either. */
    public final B unadvertised() {
        isAdvertised = false;
        return self();
    }

    /** Says that QEMU has no such property: what must list the same as QEMU's leaves it out, though it can be used everywhere. */
    public final B extension() {
        isExtension = true;
        return self();
    }

    /** Says in which unit the value is, for example {@code bytes} or {@code ns}. */
    public final B unit(String text) {
        unit = text;
        return self();
    }

    /** Says when the property can be set; the default is {@link Settable#ALWAYS}. */
    public final B settable(Settable when) {
        settable = when;
        return self();
    }

    /** Says that a user-creatable object cannot be made without this property. */
    public final B required() {
        isRequired = true;
        return self();
    }

    /** Gives the type text for the wire where it differs from the true type's, for example {@code int} for a list. */
    public final B typeName(String text) {
        typeName = text;
        return self();
    }

    /**
     * Makes the property.
     *
     * @param declaredBy the declaring type, or null for a property of a single object
     * @param slot where objects keep who set it
     */
    public abstract Property build(@Nullable String declaredBy, int slot);
}
