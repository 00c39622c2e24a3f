// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.discovery.TypeDiscovery;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.path.PathQuery;
import io.qom4j.core.text.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A runtime: a world of types and objects of its own.
 *
 * <p>It owns a type registry, a composition tree, the services that modules contribute, and the writer lock under which
 * topology changes. Nothing is shared between two runtimes of one JVM.
 *
 * <pre>{@code
 * try (Qom qom = Qom.create()) {
 *     QomObject ram = qom.objects().add("memory-backend-ram", "m0", "size=1M");
 *     ram.getLong("size");                 // 1048576
 *     qom.resolve("/objects/m0") == ram;   // true
 * }
 * }</pre>
 *
 * <p>Thread-safe. Reading never waits for a writer. Lock order: the writer lock comes before every other lock of the runtime;
 * listeners are called without it.
 */
public final class Qom implements AutoCloseable {
    private final ReentrantLock writerLock = new ReentrantLock();
    private final Events events = new Events(this);
    private final LeakDetector leaks;
    private final Consumer<Warning> warnings;
    private final TypeRegistry types;
    private final Services services;
    private final Finalization finalization = new Finalization(this);
    private final CompositionTree tree;
    private final UserObjects objects;
    private volatile boolean isObserved;
    private volatile boolean isClosed;

    private Qom(Builder builder) {
        leaks = new LeakDetector(builder.leakReport, builder.withPlaces);
        warnings = builder.warnings;
        types = new TypeRegistry(this);
        services = new Services(this);
        for (QomModule module : builder.modules) {
            module.registerTypes(types);
            module.offerServices(services);
        }
        for (Class<?> annotated : builder.annotatedTypes) {
            types.registerUnlessThere(annotated);
        }
        tree = new CompositionTree(this);
        objects = new UserObjects(this);
    }

    /** Returns a new runtime with every module that {@link ServiceLoader} finds, and the types that indexes list. */
    public static Qom create() {
        return builder().discoverModules().indexedTypes().build();
    }

    /** Returns a builder for a runtime, which has no module yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the types. */
    public TypeRegistry types() {
        return types;
    }

    /** Returns the composition tree. */
    public CompositionTree tree() {
        return tree;
    }

    /** Returns the root of the tree. */
    public QomObject root() {
        return tree.root();
    }

    /** Returns the user-creatable objects, under {@code /objects}. */
    public UserObjects objects() {
        return objects;
    }

    /** Returns the listeners. */
    public Events events() {
        return events;
    }

    /**
     * Returns a service that a module has offered.
     *
     * @throws IllegalArgumentException if no module offers it
     */
    public <S> S service(Class<S> type) {
        return services.get(type);
    }

    /**
     * Makes an object, which is not in the tree and has one reference: the caller's.
     *
     * @throws io.qom4j.core.error.TypeException if there is no such type
     * @throws ObjectException if the type is abstract
     */
    public QomObject newObject(String typeName) {
        return types.get(typeName).newObject();
    }

    /**
     * Makes an object as an instance of a Java class.
     *
     * @throws ObjectException if the type's objects are of another class
     */
    public <T extends QomObject> T newObject(String typeName, Class<T> javaClass) {
        ObjectClass objectClass = types.get(typeName);
        if (!javaClass.isAssignableFrom(objectClass.javaClass())) {
            throw new ObjectException(
                    "objects of type '" + typeName + "' are not of class " + javaClass.getSimpleName());
        }
        return javaClass.cast(objectClass.newObject());
    }

    /**
     * Makes the objects that configuration documents describe, all or none; a later file overrides an earlier one.
     *
     * @return the objects under {@code /objects} that were made, in the order of the documents
     * @throws io.qom4j.core.config.ConfigException with everything that is wrong; nothing has changed then
     */
    public List<QomObject> load(Path... files) {
        ConfigLoader loader = ConfigLoader.of(this);
        for (Path file : files) {
            loader.file(file);
        }
        return loader.load().objects();
    }

    /**
     * Returns the object that a path leads to.
     *
     * @throws io.qom4j.core.error.PathException if it leads nowhere, or is ambiguous
     */
    public QomObject resolve(String path) {
        return tree.resolve(path);
    }

    /**
     * Returns the object that a path leads to as an instance of a Java class.
     *
     * @throws io.qom4j.core.error.PathException if it leads nowhere, or is ambiguous
     * @throws ObjectException if the object is of another class
     */
    public <T> T resolve(String path, Class<T> javaClass) {
        return tree.resolve(path).as(javaClass);
    }

    /** Returns the object that a path leads to, or null if it leads nowhere or is ambiguous. */
    public @Nullable QomObject find(String path) {
        return tree.find(path);
    }

    /**
     * Returns the objects that a query finds, in the order of the tree; see {@link PathQuery}.
     *
     * @param query for example <code>/objects/*[size&gt;=1G]</code>
     * @throws io.qom4j.core.error.PathException if the text is no query, or a filter of it can never hold
     */
    public List<QomObject> query(String query) {
        return PathQuery.parse(query).select(this);
    }

    /** Runs a change of topology while no other runs; what it causes is delivered to listeners afterwards, together. */
    public void exclusively(Runnable change) {
        exclusively(() -> {
            change.run();
            return Boolean.TRUE;
        });
    }

    /** Runs a change of topology that has a result; see {@link #exclusively(Runnable)}. */
    public <R> R exclusively(Supplier<R> change) {
        if (writerLock.isHeldByCurrentThread()) {
            return change.get();
        }
        writerLock.lock();
        try {
            return change.get();
        } finally {
            try {
                events.deliverBatch();
            } finally {
                writerLock.unlock();
            }
        }
    }

    /** Tells whether this thread holds the writer lock. */
    public boolean isHeldExclusively() {
        return writerLock.isHeldByCurrentThread();
    }

    /** Hands a warning to whoever the runtime was told to warn. */
    public void warn(Warning warning) {
        warnings.accept(warning);
    }

    /** Hands a warning without hints to whoever the runtime was told to warn. */
    public void warn(String text) {
        warn(Warning.of(text));
    }

    boolean isObserved() {
        return isObserved;
    }

    void observed(boolean observed) {
        isObserved = observed;
        types.watched(observed);
    }

    Finalization finalization() {
        return finalization;
    }

    /** Hears of an object that has just got its class. */
    void born(QomObject object) {
        leaks.born(object);
        events.born(object);
    }

    /** Hears of an object that has ended. */
    void ended(QomObject object, boolean wasMade) {
        leaks.ended(object);
        if (wasMade) {
            events.finalized(object);
        }
    }

    /**
     * Ends the runtime: its objects leave the tree, the last made first, and end if nobody else holds them; then services
     * are closed. Every step is tried; the first failure is thrown in the end. Closing again does nothing.
     */
    @Override
    public void close() {
        Failures failures = new Failures();
        exclusively(() -> {
            if (!isClosed) {
                isClosed = true;
                for (QomObject each : root().children().reversed()) {
                    failures.attempt(each::unparent);
                }
                failures.attempt(root()::unref);
                services.close(failures);
            }
        });
        failures.rethrow();
    }

    /** Tells whether the runtime was closed, so that nothing can be made in it any more. */
    public boolean isClosed() {
        return isClosed;
    }

    /** A runtime being put together. Confined to one thread. */
    public static final class Builder {
        private final List<QomModule> modules = new ArrayList<>();
        private final List<QomModule> discovered = new ArrayList<>();
        private final List<Class<?>> annotatedTypes = new ArrayList<>();
        private Consumer<Warning> warnings = warning -> {};
        private @Nullable Consumer<Leak> leakReport;
        private boolean withPlaces;

        private Builder() {}

        /** Adds every module that {@link ServiceLoader} finds, but for those of whose class there is one. */
        public Builder discoverModules() {
            for (QomModule module : ServiceLoader.load(QomModule.class, Qom.class.getClassLoader())) {
                if (modules.stream().noneMatch(there -> there.getClass() == module.getClass())) {
                    modules.add(module);
                    discovered.add(module);
                }
            }
            return this;
        }

        /**
         * Adds the annotated types that the indexes of the class path and of the module path list; none without an index.
         *
         * @throws io.qom4j.core.error.TypeException if an index is malformed or stale, or a class has mistakes
         */
        public Builder indexedTypes() {
            return indexedTypes(Qom.class.getClassLoader());
        }

        /** Adds the annotated types that the indexes which a class loader sees list; see {@link #indexedTypes()}. */
        public Builder indexedTypes(ClassLoader loader) {
            annotatedTypes.addAll(TypeDiscovery.indexed(loader));
            return this;
        }

        /**
         * Adds the annotated types that the indexes list, and those that a search by ClassGraph finds beside them.
         *
         * <p>For development and tests: a search takes a few tenths of a second.
         *
         * @throws io.qom4j.core.error.TypeException if there is neither an index nor ClassGraph, an index is malformed or
         *     stale, or a class has mistakes
         */
        public Builder discoverTypes() {
            return discoverTypes(Qom.class.getClassLoader());
        }

        /** Adds the annotated types that a class loader sees; see {@link #discoverTypes()}. */
        public Builder discoverTypes(ClassLoader loader) {
            annotatedTypes.addAll(TypeDiscovery.everything(loader));
            return this;
        }

        /** Adds a module, in the place of a discovered one of the same class: the way to give that other options. */
        public Builder module(QomModule module) {
            for (QomModule each : discovered) {
                if (each.getClass() == module.getClass()) {
                    modules.set(modules.indexOf(each), module);
                    discovered.remove(each);
                    return this;
                }
            }
            modules.add(module);
            return this;
        }

        /** Says who hears warnings; nobody does by default. */
        public Builder warnings(Consumer<Warning> sink) {
            warnings = Objects.requireNonNull(sink, "sink");
            return this;
        }

        /**
         * Turns on the search for objects that were never released.
         *
         * @param report is told of each, on a thread of its own
         * @param places whether to remember where each object was made, which is slow
         */
        public Builder reportLeaks(Consumer<Leak> report, boolean places) {
            leakReport = Objects.requireNonNull(report, "report");
            withPlaces = places;
            return this;
        }

        /** Returns the runtime. */
        public Qom build() {
            return new Qom(this);
        }
    }
}
