// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.QomObject;
import java.util.function.Consumer;
import java.util.function.Function;
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

    @Nullable Consumer<QomObject> onRelease;

    @Nullable Function<QomObject, @Nullable QomObject> resolver;

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
     * Gives what is to happen when the property goes: removed from its object, or with it.
     *
     * <p>Runs once for each object, under the runtime's writer lock. An ending object's own properties and children go first,
     * the one added last first; then its class's properties, then the parent class's, and so on; then the instance_finalize
     * hooks run. A removed property's name is free by then. The callback may remove other properties, and add some unless the
     * object is ending, which takes none. If it throws, everything else goes on, and whoever removed the property or dropped
     * the object hears of it. It runs for an object whose making failed as well, so it must cope with fields as the
     * constructor left them. An object whose last reference it drops ends before the hooks run.
     *
     * <p>QEMU: qom/object.c, object_property_del_all.
     */
    @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
    public final <T extends QomObject> B onRelease(Consumer<? super T> callback) {
        onRelease = (Consumer<QomObject>) callback;
        return self();
    }

    /**
     * Lets paths run through the property, as through a link, to the object that a function returns, or nowhere if that is
     * null or has ended.
     *
     * <p>Called by any thread, without a lock, for each path that meets the property. What it throws reaches whoever follows
     * the path. The property does not keep that object alive. QEMU: qom/object.c, object_resolve_path_component.
     *
     * @throws IllegalArgumentException for a link, an alias and a former name, which have a target
     */
    @SuppressWarnings("unchecked") // an object is only ever asked for properties of its own class
    public final <T extends QomObject> B resolvesTo(Function<? super T, ? extends @Nullable QomObject> function) {
        if (hasTarget()) {
            throw new IllegalArgumentException(
                    "property '" + name + "' leads to its own target: it cannot resolve to something else");
        }
        resolver = (Function<QomObject, @Nullable QomObject>) function;
        return self();
    }

    /** Tells whether properties of this kind stand for something of their own, to which paths lead. */
    boolean hasTarget() {
        return false;
    }

    /**
     * Makes the property.
     *
     * @param declaredBy the declaring type, or null for a property of a single object
     * @param slot where objects keep who set it
     */
    public abstract Property build(@Nullable String declaredBy, int slot);
}
