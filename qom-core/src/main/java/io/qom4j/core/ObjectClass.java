// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.PropertyBuilder;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.trace.ObjectCreation;
import io.qom4j.core.trace.Tracing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The class of a type of objects: what all its objects share.
 *
 * <p>One for each type and registry, made when first asked for. Its properties are declared in class_init, through the
 * methods of {@link PropertyDeclarations}; afterwards it never changes. Looking a property up finds the root type's first,
 * then down to the class's own; no name can be declared twice on the way.
 *
 * <p>Thread-safe once complete. QEMU: include/qom/object.h, ObjectClass; qom/object.c, object_class_property_find.
 */
public final class ObjectClass extends QomClass implements PropertyDeclarations {
    private final @Nullable ObjectClass parent;
    private final ObjectClass[] ancestry;
    private final Class<? extends QomObject> javaClass;
    private final @Nullable Supplier<? extends QomObject> factory;
    private final InstanceHooks hooks;
    private List<InterfaceClass> interfaces = List.of();
    private List<PropertyBuilder<?>> declared = new ArrayList<>();
    private PropertyTable properties;
    private @Nullable CastNames castNames;

    /** Whether anybody may listen to the runtime: its {@code isObserved}, where a set of a property finds it for nothing. */
    private boolean isWatched;

    ObjectClass(TypeRegistry registry, TypeInfo type, @Nullable ObjectClass parent) {
        super(registry, type, parent);
        this.parent = parent;
        int depth = parent == null ? 0 : parent.ancestry.length;
        ancestry = parent == null ? new ObjectClass[1] : Arrays.copyOf(parent.ancestry, depth + 1);
        ancestry[depth] = this;
        javaClass = type.javaClass();
        factory = parent != null && type.factory() == null && type.javaClass() == parent.javaClass
                ? parent.factory
                : type.factory();
        hooks = (parent == null ? InstanceHooks.NONE : parent.hooks).with(type);
        properties = parent == null ? PropertyTable.EMPTY : parent.properties;
    }

    /** Returns the parent's class, or null for the root. */
    public @Nullable ObjectClass parent() {
        return parent;
    }

    /** Returns the Java class of the type's objects. */
    public Class<? extends QomObject> javaClass() {
        return javaClass;
    }

    /** Tells whether the type has no objects of its own: declared so, or nothing makes any. */
    public boolean isAbstract() {
        return type().isAbstract() || factory == null;
    }

    /** Returns the class's own copies of the interfaces that it implements, inherited ones first. */
    public List<InterfaceClass> interfaces() {
        return interfaces;
    }

    void interfaces(List<InterfaceClass> copies) {
        interfaces = List.copyOf(copies);
    }

    /**
     * Returns the class's own copy of an interface.
     *
     * @throws TypeException if the class does not implement the interface, or does so in more than one way
     */
    public InterfaceClass as(String interfaceName) {
        List<InterfaceClass> matching =
                interfaces.stream().filter(each -> each.isA(interfaceName)).toList();
        if (matching.size() != 1) {
            throw new TypeException(
                    matching.isEmpty()
                            ? "class '" + name() + "' does not implement '" + interfaceName + "'"
                            : "class '" + name() + "' implements '" + interfaceName + "' ambiguously, through "
                                    + String.join(
                                            " and ",
                                            matching.stream()
                                                    .map(InterfaceClass::interfaceName)
                                                    .toList()));
        }
        return matching.getFirst();
    }

    /** Tells whether this is the class of the named type, of a descendant, or of an implementer of the named interface. */
    public boolean isA(String typeName) {
        CastNames names = castNames;
        return (names != null ? names : CastNames.of(this)).contains(typeName);
    }

    /** Tells whether this is the other class or descends from it. */
    public boolean isA(ObjectClass other) {
        int depth = other.ancestry.length - 1;
        return depth < ancestry.length && ancestry[depth] == other;
    }

    /**
     * Declares a property that all objects of the class have.
     *
     * @return the builder, for saying more
     * @throws TypeException if the class or an ancestor has a property of this name
     * @throws IllegalStateException if the class is complete
     */
    @Override
    public <B extends PropertyBuilder<B>> B declare(B property) {
        requireUnderConstruction("property '" + property.name() + "' is declared");
        if (declares(property.name())) {
            throw new TypeException(
                    "attempt to add duplicate property '" + property.name() + "' to class (type '" + name() + "')");
        }
        declared.add(property);
        return property;
    }

    /**
     * Gives an inherited property another default for this class and its descendants.
     *
     * @param value the boxed default; see {@link Property#withDefault}
     * @throws PropertyException if no ancestor declares such a property
     * @throws IllegalStateException if the class is complete
     */
    public void overrideDefault(String propertyName, Object value) {
        requireUnderConstruction("default of '" + propertyName + "' is overridden");
        properties = properties.replacing(property(propertyName).withDefault(value));
    }

    private boolean declares(String propertyName) {
        for (PropertyBuilder<?> each : declared) {
            if (each.name().equals(propertyName)) {
                return true;
            }
        }
        return properties.find(propertyName) != null;
    }

    @Override
    void complete() {
        List<Property> own = new ArrayList<>(declared.size());
        for (PropertyBuilder<?> each : declared) {
            if (each instanceof RenamedProperty.Builder former) {
                former.resolve(present -> declaredBefore(present, own));
            }
            own.add(each.build(name(), properties.size() + own.size()));
        }
        properties = properties.with(own);
        declared = List.of();
        castNames = CastNames.of(this);
        interfaces.forEach(QomClass::complete);
        super.complete();
    }

    private @Nullable Property declaredBefore(String propertyName, List<Property> own) {
        for (Property each : own) {
            if (each.name().equals(propertyName)) {
                return each;
            }
        }
        return properties.find(propertyName);
    }

    /** Returns the property of this name that objects of the class have, or null. */
    public @Nullable Property findProperty(String name) {
        return properties.find(name);
    }

    /**
     * Returns the property of this name that objects of the class have.
     *
     * @throws PropertyException {@code Property 'T.name' not found}, with the nearest names as a hint
     */
    public Property property(String name) {
        Property property = properties.find(name);
        if (property == null) {
            throw new PropertyException(
                    "Property '" + name() + "." + name + "' not found",
                    Suggestions.hint(
                            name,
                            properties.ordered().stream().map(Property::name).toList()));
        }
        return property;
    }

    /**
     * Returns the property of this name as a handle of its kind.
     *
     * @param kind for example {@code BoolProperty.class}
     * @throws PropertyException if there is no such property
     * @throws ValueException if it is of another kind
     */
    public <P extends Property> P property(String name, Class<P> kind) {
        Property property = property(name);
        if (!kind.isInstance(property)) {
            throw new ValueException("Property '" + name() + "." + name + "' is no " + kind.getSimpleName() + " but a "
                    + property.getClass().getSimpleName());
        }
        return kind.cast(property);
    }

    /**
     * Returns the properties that objects of the class have: the root type's first, each type's in the order of declaration.
     */
    public List<Property> properties() {
        return properties.ordered();
    }

    PropertyTable table() {
        return properties;
    }

    /** Tells whether something makes objects of the class's Java class, be the type abstract or not. */
    boolean makesObjects() {
        return factory != null;
    }

    /**
     * Makes an object: the Java constructor, declared defaults, instance_init hooks root first, instance_post_init hooks root
     * first, defaults that the user gave for whole types.
     *
     * <p>If any of these fails, the object ends: what it has as property or child is released and all instance_finalize hooks
     * run, which must therefore cope with fields as the constructor left them.
     *
     * @return the object, not in the tree, with one reference that belongs to the caller
     * @throws ObjectException if the type is abstract
     * @throws TypeException if the type's factory does not return an object of the type's Java class
     * @throws IllegalStateException if the class is not complete, or the runtime is closed
     */
    public QomObject newObject() {
        Supplier<? extends QomObject> make = factory;
        if (make == null || type().isAbstract()) {
            throw new ObjectException("object type '" + name() + "' is abstract");
        }
        if (!isComplete()) {
            throw new IllegalStateException(
                    "class '" + name() + "' is not complete: make objects after its class_init");
        }
        if (registry().qom().isClosed()) {
            throw new IllegalStateException("the runtime is closed: no " + name() + " can be made in it");
        }
        ObjectCreation event = Tracing.isPossible() ? ObjectCreation.begun() : null;
        QomObject object = make.get();
        if (object == null || (object.getClass() != javaClass && !javaClass.isInstance(object))) {
            throw new TypeException("the factory of type '" + name() + "' must return a new " + javaClass.getName()
                    + ", not " + object);
        }
        object.bind(this);
        try {
            for (Property property : properties.withDefault()) {
                property.applyDefault(object);
            }
            hooks.runInit(object);
            registry().globals().apply(object);
        } catch (RuntimeException | Error e) {
            object.abandon(e);
            if (event != null) {
                event.failed(this, object, e);
            }
            throw e;
        }
        object.made();
        if (event != null) {
            event.made(object);
        }
        return object;
    }

    /**
     * Tells whether anybody may listen to the runtime; {@link Qom#isObserved} knows for sure.
     *
     * <p>A plain field: a thread that is told nothing while it sets properties may look at it once for all of them.
     */
    boolean isWatched() {
        return isWatched;
    }

    void watched(boolean watched) {
        isWatched = watched;
    }

    InstanceHooks hooks() {
        return hooks;
    }

    @Override
    public String name() {
        return type().name();
    }
}
