// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.property.ChildProperty;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.PropertyBuilder;
import io.qom4j.core.trace.PropertySet;
import io.qom4j.core.trace.Tracing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of the model: an instance of a registered type, with properties, perhaps children, and counted references.
 *
 * <p>Sub-classes are ordinary Java classes with ordinary fields; the type's class_init declares which of them are properties.
 * Objects are made by {@link ObjectClass#newObject} or {@link Qom#newObject(String)}, never with {@code new} alone. Two
 * objects are equal if they are the same.
 *
 * <p><b>Life.</b> A new object has one reference, its maker's. Being somebody's child or a strong link's target holds another.
 * When the last is dropped the object ends, at once and in that thread: its children are unparented, the last one first, its
 * strong links are let go, then the instance_finalize hooks run, its own type's first. An ended object cannot be referenced
 * again. What would make two objects keep each other alive is refused.
 *
 * <p><b>Threads.</b> References are counted atomically. Children and own properties change under the runtime's writer lock,
 * which every method here takes where it has to; looking things up takes no lock. Property values are as safe as the fields
 * behind them. QEMU: qom/object.c, Object.
 */
public abstract non-sealed class QomObject extends PropertyAccess {
    /** The name of the root of all types of objects. */
    public static final String TYPE_NAME = "object";

    /** A hint names the nearest of an object's own properties and children only if there are fewer than this. */
    private static final int MOST_SUGGESTED = 1000;

    private static final VarHandle REFERENCES;
    private static final VarHandle STAGE;
    private static final VarHandle PARENT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            REFERENCES = lookup.findVarHandle(QomObject.class, "references", int.class);
            STAGE = lookup.findVarHandle(QomObject.class, "stage", LifeStage.class);
            PARENT = lookup.findVarHandle(QomObject.class, "parent", QomObject.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private @Nullable ObjectClass objectClass;
    private volatile @Nullable QomObject parent;
    private @Nullable String name;
    private volatile @Nullable Members members;

    @SuppressWarnings("unused") // through REFERENCES
    private volatile int references;

    /** Null before the object has a class: what is not written in the constructor costs new objects no fence. */
    private volatile @Nullable LifeStage stage;

    /** Makes an object without a class, which {@link ObjectClass#newObject} then gives it. */
    protected QomObject() {}

    static void classInit(ObjectClass oc) {
        oc.addString("type", QomObject::typeName, null);
    }

    // ---- class

    /**
     * Returns the object's class.
     *
     * @throws IllegalStateException if the object was made with {@code new} instead of by a runtime
     */
    public final ObjectClass objectClass() {
        ObjectClass bound = objectClass;
        if (bound == null) {
            throw new IllegalStateException("this " + getClass().getName()
                    + " has no class yet: make objects with Qom.newObject, and use it only after its constructor");
        }
        return bound;
    }

    void bind(ObjectClass made) {
        if (objectClass != null) {
            throw new IllegalStateException("the factory of type '" + made.name() + "' returned an object twice");
        }
        objectClass = made;
        REFERENCES.setRelease(this, 1);
        STAGE.setRelease(this, LifeStage.MAKING);
        qom().born(this);
    }

    void made() {
        STAGE.setRelease(this, LifeStage.ALIVE);
    }

    /** Returns the name of the object's type. */
    public final String typeName() {
        return objectClass().name();
    }

    /** Returns the runtime that the object belongs to. */
    public final Qom qom() {
        return objectClass().qom();
    }

    /** Tells whether the object is of the named type, a descendant of it, or implements the named interface. */
    public final boolean isA(String type) {
        return objectClass().isA(type);
    }

    /**
     * Returns this object as an instance of a Java class or interface.
     *
     * @throws ObjectException if it is none
     */
    public final <T> T as(Class<T> wanted) {
        if (wanted.isInstance(this)) {
            return wanted.cast(this);
        }
        throw new ObjectException("Object " + this + " is not an instance of " + wanted.getSimpleName());
    }

    /**
     * Returns this object if it is of the named type.
     *
     * @throws ObjectException if it is not
     */
    public final QomObject as(String type) {
        if (isA(type)) {
            return this;
        }
        throw new ObjectException("Object " + this + " is not an instance of type " + type);
    }

    @Override
    final QomObject self() {
        return this;
    }

    // ---- references

    /**
     * Takes a reference.
     *
     * @return this object
     * @throws IllegalStateException if the object has ended or is ending
     */
    public final QomObject ref() {
        int count;
        do {
            count = (int) REFERENCES.getOpaque(this);
            if (count <= 0) {
                throw new IllegalStateException(this + " has ended and cannot be referenced again");
            }
        } while (!REFERENCES.compareAndSet(this, count, count + 1));
        return this;
    }

    /**
     * Drops a reference; the object ends with the last one.
     *
     * @throws IllegalStateException if there is none to drop
     */
    public final void unref() {
        int count;
        do {
            count = (int) REFERENCES.getOpaque(this);
            if (count <= 0) {
                throw new IllegalStateException(this + " has ended: more references were dropped than taken");
            }
        } while (!REFERENCES.compareAndSet(this, count, count - 1));
        if (count == 1) {
            qom().finalization().end(this);
        }
    }

    /** Returns how many references there are: 0 once the object has ended. */
    public final int references() {
        return references;
    }

    /** Tells whether the object has ended or is ending. */
    public final boolean isFinalized() {
        return stage == LifeStage.ENDED || (references == 0 && stage != null);
    }

    /** Marks the end; everything has been let go of. */
    final void ended() {
        boolean wasMade = stage != LifeStage.MAKING;
        STAGE.setRelease(this, LifeStage.ENDED);
        qom().ended(this, wasMade);
    }

    /** Ends an object whose making failed; a failure of that is added to the one that led here. */
    void abandon(Throwable reason) {
        Failures.alsoAttempt(reason, this::unparent);
        Failures.alsoAttempt(reason, this::unref);
    }

    final void markComplete() {
        STAGE.setRelease(this, LifeStage.COMPLETE);
    }

    /** Tells whether the object is user-creatable and its complete hook has run. */
    public final boolean isComplete() {
        return stage == LifeStage.COMPLETE;
    }

    // ---- tree

    /** Returns the object that owns this one, or null. */
    public final @Nullable QomObject parent() {
        return parent;
    }

    /** Returns the name under which the parent owns this object, or null if there is no parent. */
    public final @Nullable String name() {
        return parent == null ? null : name;
    }

    /** Returns the name that the object has or, if it has no parent, had last. */
    final @Nullable String lastName() {
        return name;
    }

    /**
     * Tells whether this object keeps another alive: owns it, or holds it by a strong link, directly or through others.
     *
     * <p>Visits what this object holds; at once for one that holds nothing.
     */
    public final boolean holds(QomObject other) {
        return Holding.holds(this, other);
    }

    /** Tells whether this object owns another, directly or not. */
    public final boolean isAncestorOf(QomObject other) {
        for (QomObject each = other.parent; each != null; each = each.parent) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    /** Returns the path from the root, {@code /} for the root itself, or null if the object is not in the tree. */
    public final @Nullable String canonicalPath() {
        return CanonicalPath.of(this);
    }

    /**
     * Makes an object this one's child, which takes a reference.
     *
     * @param childName the name; if it ends in {@code [*]} that becomes the first free number
     * @return the name under which the child was added
     * @throws ObjectException if the name is taken or has a slash, the child has a parent, one of the two has ended, or the
     *     child holds this object
     */
    public final String addChild(String childName, QomObject child) {
        return qom().tree().add(this, childName, child);
    }

    /** Takes this object from its parent, which drops a reference; does nothing if there is no parent. */
    public final void unparent() {
        qom().tree().remove(this);
    }

    /** Returns the child of this name, or null. */
    public final @Nullable QomObject child(String childName) {
        Members own = members;
        return own != null && own.find(childName) instanceof QomObject child ? child : null;
    }

    /** Returns the children in the order in which they were added: a snapshot. */
    public final List<QomObject> children() {
        Members own = members;
        return own == null ? new ArrayList<>() : own.children();
    }

    /**
     * Called when the object is about to leave its parent, which it still has; the tree still shows it.
     *
     * <p>The place to break reference cycles: let go of what refers back. Runs under the runtime's writer lock.
     */
    protected void onUnparent() {}

    final void parent(@Nullable QomObject newParent, @Nullable String newName) {
        if (newParent != null) {
            VarHandle.storeStoreFence(); // who sees the new name sees that the former parent has let go
            name = Objects.requireNonNull(newName);
        }
        PARENT.setRelease(this, newParent);
    }

    /** Returns the name under which an object owns this one, or null if it does not; safe beside a writer. */
    final @Nullable String nameUnder(QomObject owner) {
        if (parent != owner) {
            return null;
        }
        String there = name;
        VarHandle.loadLoadFence();
        return parent == owner && name == there ? there : null;
    }

    @Nullable Members members() {
        return members;
    }

    final Members membersForWriting() {
        Members own = members;
        if (own == null) {
            own = new Members(this);
            members = own;
        }
        return own;
    }

    // ---- properties

    /** Returns the class's property, own property or child of this name, or null. */
    public final @Nullable Property findProperty(String propertyName) {
        Property property = objectClass().findProperty(propertyName);
        Members own = members;
        if (property != null || own == null) {
            return property;
        }
        Object entry = own.find(propertyName);
        return entry instanceof QomObject child ? new ChildProperty(propertyName, child) : (Property) entry;
    }

    @Override
    public final Property property(String propertyName) {
        Property property = findProperty(propertyName);
        if (property == null) {
            Members own = members;
            throw new PropertyException(
                    "Property '" + typeName() + "." + propertyName + "' not found",
                    Suggestions.hint(
                            propertyName,
                            (own == null || own.size() < MOST_SUGGESTED
                                            ? properties()
                                            : objectClass().properties())
                                    .stream().map(Property::name).toList()));
        }
        return property;
    }

    /**
     * Returns all properties: those of the class, the root type's first, each type's in the order of declaration; then own
     * properties and children in the order in which they were added. A snapshot.
     */
    public final List<Property> properties() {
        List<Property> all = new ArrayList<>(objectClass().properties());
        Members own = members;
        if (own != null) {
            all.addAll(own.properties());
        }
        return all;
    }

    /**
     * Gives this object alone a property.
     *
     * @param declaration for example {@code BoolProperty.of("busy", Disk::isBusy, null)}; if the name ends in {@code [*]}
     *     that becomes the first free number
     * @throws PropertyException if the object has a property or child of this name
     */
    public final Property addProperty(PropertyBuilder<?> declaration) {
        return qom().tree().add(this, declaration);
    }

    /**
     * Takes one of its own properties or children from this object.
     *
     * @throws PropertyException if there is none of this name, or it belongs to the class
     */
    public final void removeProperty(String propertyName) {
        qom().tree().remove(this, propertyName);
    }

    /**
     * Records that a property has a new value, and from whom; listeners hear of it.
     *
     * <p>Properties call this after each set. Code that changes a field behind a property on its own calls it too.
     */
    public final void changed(Property property, Origin origin) {
        if (!knows(property.slot(), origin) || objectClass().isWatched()) {
            changedNotably(property, origin);
        }
        if (Tracing.isPossible()) {
            PropertySet.happened(this, property, origin);
        }
    }

    /**
     * Notes beforehand that somebody is about to give properties their values, which then costs less for each.
     *
     * <p>For whoever fills a new object with many values, before another thread knows it. Listeners hear of each property when
     * it is set.
     *
     * @param origin one by which nobody else gives this object a value
     * @param slots a bit for each {@linkplain Property#slot slot} below 31 of the properties
     */
    public final void givenBy(Origin origin, int slots) {
        rememberAll(origin, slots);
    }

    private void changedNotably(Property property, Origin origin) {
        remember(property.slot(), origin);
        Qom qom = qom();
        if (qom.isObserved() && stage != LifeStage.MAKING) {
            qom.events().changed(this, property, origin);
        }
    }

    @Override
    final int usualSlots() {
        return objectClass().table().size();
    }

    /**
     * Returns who gave a property its value.
     *
     * <p>{@link Origins#UNSET} if nobody did; the declared default as long as the property holds it; {@link Origins#OBJECT} if
     * the object itself has replaced the default without telling.
     */
    public final Origin origin(Property property) {
        return Provenance.of(this, property);
    }

    /** Returns who gave the named property its value. */
    public final Origin origin(String propertyName) {
        return origin(property(propertyName));
    }

    /** Returns the object that a path runs into through the named property or child, or null. */
    final @Nullable QomObject step(String text, int from, int to, int hash) {
        Members own = members;
        if (own != null) {
            Object entry = own.find(text, from, to, hash);
            if (entry instanceof QomObject child) {
                return child;
            }
            if (entry instanceof Property property) {
                return property.resolve(this);
            }
        }
        PropertyTable table = objectClass().table();
        if (!table.hasPaths()) {
            return null;
        }
        Property property = table.find(text, from, to, hash);
        return property == null ? null : property.resolve(this);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }

    /** Returns the path and the type, or the type alone if the object is not in the tree. */
    @Override
    public String toString() {
        ObjectClass bound = objectClass;
        if (bound == null) {
            return getClass().getSimpleName() + " without a class";
        }
        String path = canonicalPath();
        return path != null ? path + " (" + bound.name() + ")" : "(" + bound.name() + " outside the tree)";
    }
}
