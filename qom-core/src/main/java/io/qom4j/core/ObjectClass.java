// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.PropertyBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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
    private final Consumer<QomObject>[] initHooks;
    private final Consumer<QomObject>[] postInitHooks;
    private final Consumer<QomObject>[] finalizeHooks;
    private List<InterfaceClass> interfaces = List.of();
    private List<PropertyBuilder<?>> declared = new ArrayList<>();
    private PropertyTable properties;

    ObjectClass(TypeRegistry registry, TypeInfo type, @Nullable ObjectClass parent) {
        super(registry, type, parent);
        this.parent = parent;
        int depth = parent == null ? 0 : parent.ancestry.length;
        ancestry = parent == null ? new ObjectClass[1] : Arrays.copyOf(parent.ancestry, depth + 1);
        ancestry[depth] = this;
        if (parent != null && type.factory() == null && parent.factory != null) {
            javaClass = parent.javaClass;
            factory = parent.factory;
        } else {
            javaClass = type.javaClass();
            factory = type.factory();
        }
        initHooks = append(parent == null ? null : parent.initHooks, type.instanceInit());
        postInitHooks = append(parent == null ? null : parent.postInitHooks, type.instancePostInit());
        finalizeHooks = append(parent == null ? null : parent.finalizeHooks, type.instanceFinalize());
        properties = parent == null ? PropertyTable.EMPTY : parent.properties;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    private static Consumer<QomObject>[] append(
            Consumer<QomObject> @Nullable [] inherited, @Nullable Consumer<QomObject> own) {
        if (own == null && inherited != null) {
            return inherited;
        }
        int count = inherited == null ? 0 : inherited.length;
        Consumer<QomObject>[] all = inherited == null ? new Consumer[0] : inherited;
        if (own != null) {
            all = Arrays.copyOf(all, count + 1);
            all[count] = own;
        }
        return all;
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
        TypeEntry entry = registry().entry(typeName);
        if (entry == null) {
            return false;
        }
        if (entry.info.isInterface()) {
            for (InterfaceClass each : interfaces) {
                if (each.type() == entry.info || each.isA(typeName)) {
                    return true;
                }
            }
            return false;
        }
        ObjectClass other = entry.objectClass;
        return other == null ? descendsFromUnfinished(entry.info) : isA(other);
    }

    private boolean descendsFromUnfinished(TypeInfo info) {
        for (ObjectClass each : ancestry) {
            if (each.type() == info) {
                return true;
            }
        }
        return false;
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
        if (properties.find(property.name()) != null
                || declared.stream().anyMatch(each -> each.name().equals(property.name()))) {
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

    @Override
    void complete() {
        List<Property> own = new ArrayList<>(declared.size());
        for (PropertyBuilder<?> each : declared) {
            own.add(each.build(name(), properties.size() + own.size()));
        }
        properties = properties.with(own);
        declared = List.of();
        interfaces.forEach(QomClass::complete);
        super.complete();
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
     * Returns the properties that objects of the class have: the root type's first, each type's in the order of declaration.
     */
    public List<Property> properties() {
        return properties.ordered();
    }

    PropertyTable table() {
        return properties;
    }

    /**
     * Makes an object: the Java constructor, declared defaults, global defaults, instance_init hooks root first, then
     * instance_post_init hooks root first.
     *
     * @return the object, not in the tree, with one reference that belongs to the caller
     * @throws ObjectException if the type is abstract
     */
    public QomObject newObject() {
        Supplier<? extends QomObject> make = factory;
        if (make == null || type().isAbstract()) {
            throw new ObjectException("object type '" + name() + "' is abstract");
        }
        QomObject object = make.get();
        object.bind(this);
        try {
            for (Property property : properties.withDefault()) {
                property.applyDefault(object);
            }
            for (Consumer<QomObject> hook : initHooks) {
                hook.accept(object);
            }
            for (Consumer<QomObject> hook : postInitHooks) {
                hook.accept(object);
            }
            registry().globals().apply(object);
        } catch (RuntimeException | Error e) {
            object.abandon(e);
            throw e;
        }
        return object;
    }

    /** Runs the instance_finalize hooks, own type's first, root's last. */
    void runFinalizeHooks(QomObject object, Failures failures) {
        for (int i = finalizeHooks.length - 1; i >= 0; i--) {
            Consumer<QomObject> hook = finalizeHooks[i];
            failures.attempt(() -> hook.accept(object));
        }
    }

    boolean hasFinalizeHooks() {
        return finalizeHooks.length > 0;
    }

    @Override
    public String name() {
        return type().name();
    }
}
