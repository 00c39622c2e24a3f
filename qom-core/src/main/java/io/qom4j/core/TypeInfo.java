// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The description of a type: its name, its parent, how its objects are made, and the hooks that run on the way.
 *
 * <pre>{@code
 * TypeInfo.of("memory-backend-ram", HostMemoryBackendRam.class)
 *         .parent("memory-backend")
 *         .factory(HostMemoryBackendRam::new)
 *         .classInit(HostMemoryBackendRam::classInit)
 *         .build();
 * }</pre>
 *
 * <p>Immutable. QEMU: include/qom/object.h, TypeInfo.
 */
public final class TypeInfo {
    private final String name;
    private final @Nullable String parent;
    private final Class<? extends QomObject> javaClass;
    private final @Nullable Supplier<? extends QomObject> factory;
    private final boolean isAbstract;
    private final boolean isInterface;
    private final List<String> interfaces;
    private final @Nullable String description;
    private final @Nullable Object classData;
    private final @Nullable Consumer<ObjectClass> classInit;
    private final @Nullable Consumer<ObjectClass> classBaseInit;
    private final @Nullable Consumer<InterfaceClass> interfaceInit;
    private final @Nullable Consumer<InterfaceClass> interfaceBaseInit;
    private final @Nullable Consumer<QomObject> instanceInit;
    private final @Nullable Consumer<QomObject> instancePostInit;
    private final @Nullable Consumer<QomObject> instanceFinalize;

    private TypeInfo(Builder<?> builder) {
        name = builder.name;
        parent = builder.parent;
        javaClass = builder.javaClass;
        factory = builder.factory;
        isAbstract = builder.isAbstract;
        isInterface = false;
        interfaces = List.copyOf(builder.interfaces);
        description = builder.description;
        classData = builder.classData;
        classInit = builder.classInit;
        classBaseInit = builder.classBaseInit;
        interfaceInit = null;
        interfaceBaseInit = null;
        instanceInit = builder.instanceInit;
        instancePostInit = builder.instancePostInit;
        instanceFinalize = builder.instanceFinalize;
    }

    private TypeInfo(InterfaceBuilder builder) {
        name = builder.name;
        parent = builder.parent;
        javaClass = QomObject.class;
        factory = null;
        isAbstract = true;
        isInterface = true;
        interfaces = List.of();
        description = builder.description;
        classData = null;
        classInit = null;
        classBaseInit = null;
        interfaceInit = builder.interfaceInit;
        interfaceBaseInit = builder.interfaceBaseInit;
        instanceInit = null;
        instancePostInit = null;
        instanceFinalize = null;
    }

    /**
     * Starts the description of a type of objects.
     *
     * @param name the type's name, at least two letters, digits, {@code -}, {@code _} or {@code .}
     * @param javaClass the class of the type's objects
     */
    public static <T extends QomObject> Builder<T> of(String name, Class<T> javaClass) {
        return new Builder<>(name, javaClass);
    }

    /** Starts the description of an interface type. */
    public static InterfaceBuilder ofInterface(String name) {
        return new InterfaceBuilder(name);
    }

    /** Returns the type's name, unique in its registry. */
    public String name() {
        return name;
    }

    /** Returns the parent's name; null only for the roots {@code object} and {@code interface}. */
    public @Nullable String parent() {
        return parent;
    }

    /** Returns the Java class of the type's objects. */
    public Class<? extends QomObject> javaClass() {
        return javaClass;
    }

    /** Returns what makes an object of the type, or null if the parent's does. */
    public @Nullable Supplier<? extends QomObject> factory() {
        return factory;
    }

    /** Tells whether the type was declared abstract; a type that inherits no factory is abstract all the same. */
    public boolean isAbstract() {
        return isAbstract;
    }

    /** Tells whether this is an interface type. */
    public boolean isInterface() {
        return isInterface;
    }

    /** Returns the names of the interfaces that the type itself lists. */
    public List<String> interfaces() {
        return interfaces;
    }

    /** Returns what the type is for, or null if nobody said. */
    public @Nullable String description() {
        return description;
    }

    /** Returns what the class hooks are given to work with, or null. */
    public @Nullable Object classData() {
        return classData;
    }

    void runClassInit(ObjectClass objectClass) {
        run(classInit, objectClass);
    }

    void runClassBaseInit(ObjectClass objectClass) {
        run(classBaseInit, objectClass);
    }

    void runInterfaceInit(InterfaceClass interfaceClass) {
        run(interfaceInit, interfaceClass);
    }

    void runInterfaceBaseInit(InterfaceClass interfaceClass) {
        run(interfaceBaseInit, interfaceClass);
    }

    @Nullable Consumer<QomObject> instanceInit() {
        return instanceInit;
    }

    @Nullable Consumer<QomObject> instancePostInit() {
        return instancePostInit;
    }

    @Nullable Consumer<QomObject> instanceFinalize() {
        return instanceFinalize;
    }

    private static <A> void run(@Nullable Consumer<A> hook, A argument) {
        if (hook != null) {
            hook.accept(argument);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A type of objects being described. Confined to one thread.
     *
     * @param <T> the Java class of the type's objects
     */
    public static final class Builder<T extends QomObject> {
        private final String name;
        private final Class<T> javaClass;
        private @Nullable String parent = QomObject.TYPE_NAME;
        private @Nullable Supplier<T> factory;
        private boolean isAbstract;
        private List<String> interfaces = List.of();
        private @Nullable String description;
        private @Nullable Object classData;
        private @Nullable Consumer<ObjectClass> classInit;
        private @Nullable Consumer<ObjectClass> classBaseInit;
        private @Nullable Consumer<QomObject> instanceInit;
        private @Nullable Consumer<QomObject> instancePostInit;
        private @Nullable Consumer<QomObject> instanceFinalize;

        private Builder(String name, Class<T> javaClass) {
            this.name = name;
            this.javaClass = javaClass;
        }

        /** Names the parent, which need not be registered yet; the default is {@code object}. */
        public Builder<T> parent(String typeName) {
            parent = typeName;
            return this;
        }

        Builder<T> root() {
            parent = null;
            return this;
        }

        /** Gives what makes a new object; a type without one makes objects as its parent does. */
        public Builder<T> factory(Supplier<T> maker) {
            factory = maker;
            return this;
        }

        /** Declares that the type has no objects of its own. */
        public Builder<T> abstractType() {
            isAbstract = true;
            return this;
        }

        /** Lists the interfaces that the type implements beside its parent's. */
        public Builder<T> interfaces(String... typeNames) {
            interfaces = List.of(typeNames);
            return this;
        }

        /** Says what the type is for, in a phrase. */
        public Builder<T> description(String text) {
            description = text;
            return this;
        }

        /** Gives something for the class hooks to work with. */
        public Builder<T> classData(Object data) {
            classData = data;
            return this;
        }

        /** Gives the hook that fills this type's own class: the place where properties are declared. */
        public Builder<T> classInit(Consumer<ObjectClass> hook) {
            classInit = hook;
            return this;
        }

        /** Gives the hook that runs for the class of every descendant, before the descendant's class_init. */
        public Builder<T> classBaseInit(Consumer<ObjectClass> hook) {
            classBaseInit = hook;
            return this;
        }

        /** Gives the hook that runs on each new object after its defaults are set, ancestors' first. */
        public Builder<T> instanceInit(Consumer<? super T> hook) {
            instanceInit = typed(hook);
            return this;
        }

        /** Gives the hook that runs on each new object after all instance_init hooks, ancestors' first. */
        public Builder<T> instancePostInit(Consumer<? super T> hook) {
            instancePostInit = typed(hook);
            return this;
        }

        /** Gives the hook that runs on each ending object after its properties are released, ancestors' last. */
        public Builder<T> instanceFinalize(Consumer<? super T> hook) {
            instanceFinalize = typed(hook);
            return this;
        }

        @SuppressWarnings("unchecked") // the class guarantees that its objects are of the type's Java class
        private Consumer<QomObject> typed(Consumer<? super T> hook) {
            return (Consumer<QomObject>) hook;
        }

        /** Returns the description. */
        public TypeInfo build() {
            return new TypeInfo(this);
        }
    }

    /** An interface type being described. Confined to one thread. */
    public static final class InterfaceBuilder {
        private final String name;
        private @Nullable String parent = TypeRegistry.INTERFACE;
        private @Nullable String description;
        private @Nullable Consumer<InterfaceClass> interfaceInit;
        private @Nullable Consumer<InterfaceClass> interfaceBaseInit;

        private InterfaceBuilder(String name) {
            this.name = name;
        }

        /** Names the interface that this one extends; the default is {@code interface}. */
        public InterfaceBuilder parent(String typeName) {
            parent = typeName;
            return this;
        }

        InterfaceBuilder root() {
            parent = null;
            return this;
        }

        /** Says what the interface is for, in a phrase. */
        public InterfaceBuilder description(String text) {
            description = text;
            return this;
        }

        /** Gives the hook that fills the interface's own class, from which implementing classes start. */
        public InterfaceBuilder classInit(Consumer<InterfaceClass> hook) {
            interfaceInit = hook;
            return this;
        }

        /** Gives the hook that runs for each implementing class's copy and for each extending interface. */
        public InterfaceBuilder classBaseInit(Consumer<InterfaceClass> hook) {
            interfaceBaseInit = hook;
            return this;
        }

        /** Returns the description. */
        public TypeInfo build() {
            return new TypeInfo(this);
        }
    }
}
