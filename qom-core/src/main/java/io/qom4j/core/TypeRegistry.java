// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.annotation.AnnotatedTypes;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.trace.Tracing;
import io.qom4j.core.trace.TypeRegistration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The types of one runtime, by name, and the maker of their classes.
 *
 * <p>Types are registered in any order; a parent or an interface is looked up only when a class is made, and a class is made
 * when somebody first asks for it, once.
 *
 * <p>Thread-safe. Look-ups of registered types and finished classes take no lock. Making a class takes the runtime's writer
 * lock, under which the class hooks run. QEMU: qom/object.c, type_table_get, type_register_static, type_initialize.
 */
public final class TypeRegistry {
    /** The name of the root of all interface types. */
    public static final String INTERFACE = "interface";

    private final Qom qom;
    private final Map<String, TypeEntry> entries = new ConcurrentHashMap<>();
    private final Map<String, MissingType> missing = new ConcurrentHashMap<>();
    private final ClassMaker maker = new ClassMaker(this);
    private final Globals globals = new Globals(this);

    TypeRegistry(Qom qom) {
        this.qom = qom;
        register(TypeInfo.of(QomObject.TYPE_NAME, QomObject.class)
                .root()
                .abstractType()
                .description("The root of all types of objects")
                .classInit(QomObject::classInit)
                .build());
        register(TypeInfo.ofInterface(INTERFACE)
                .root()
                .description("The root of all interface types")
                .build());
        register(Container.TYPE_INFO);
        register(UserCreatable.TYPE_INFO);
    }

    /** Returns the runtime that the types belong to. */
    public Qom qom() {
        return qom;
    }

    /** Returns the defaults for whole types that the user has given. */
    public Globals globals() {
        return globals;
    }

    /**
     * Registers a type.
     *
     * @throws TypeException if the name is illegal or taken
     */
    public void register(TypeInfo type) {
        TypeNames.check(type.name());
        if (entries.putIfAbsent(type.name(), new TypeEntry(type)) != null) {
            throw new TypeException(
                    "Registering `" + type.name() + "' which already exists",
                    "Each type has one name; register it once for each runtime.");
        }
        if (Tracing.isPossible()) {
            TypeRegistration.happened(type);
        }
    }

    /**
     * Registers the type that a class or interface is annotated as; see {@link AnnotatedTypes#infoOf(Class)}.
     *
     * @throws TypeException if the name is illegal or taken, or something is wrong with the class
     */
    public void register(Class<?> annotated) {
        register(AnnotatedTypes.infoOf(annotated));
    }

    /**
     * Says that a type is well known but cannot be had here, so that who asks for it learns why.
     *
     * @param like the name of a type that takes the same arguments
     * @param reason a sentence: what is missing
     */
    public void registerMissing(String typeName, String like, String reason) {
        TypeNames.check(typeName);
        missing.put(typeName, new MissingType(like, reason));
    }

    /** Returns why a well-known type cannot be had here, or null if it is there or nothing is known about it. */
    public @Nullable String whyMissing(String typeName) {
        MissingType found = missing(typeName);
        return found == null ? null : found.reason();
    }

    @Nullable MissingType missing(String typeName) {
        return entries.containsKey(typeName) ? null : missing.get(typeName);
    }

    /** Registers an annotated type that was found; a module may have registered the very same by itself. */
    void registerUnlessThere(Class<?> annotated) {
        TypeInfo type = AnnotatedTypes.infoOf(annotated);
        TypeEntry there = entries.get(type.name());
        if (there == null || there.info != type) {
            register(type);
        }
    }

    /** Tells whether a type of this name is registered. */
    public boolean contains(String typeName) {
        return entries.containsKey(typeName);
    }

    /**
     * Returns the class of a type of objects, made if need be.
     *
     * @return null if there is no such type, or it is an interface
     * @throws TypeException if the class cannot be made
     */
    public @Nullable ObjectClass find(String typeName) {
        TypeEntry entry = entries.get(typeName);
        return entry == null || entry.info.isInterface() ? null : objectClass(entry);
    }

    /**
     * Returns the class of a type of objects, made if need be.
     *
     * @throws TypeException if there is no such type, it is an interface, or the class cannot be made
     */
    public ObjectClass get(String typeName) {
        TypeEntry entry = entries.get(typeName);
        if (entry == null) {
            throw unknown(typeName);
        }
        if (entry.info.isInterface()) {
            throw new TypeException("type '" + typeName + "' is an interface, not a type of objects");
        }
        return objectClass(entry);
    }

    /**
     * Returns the class of an interface type, made if need be.
     *
     * @throws TypeException if there is no such interface or its class cannot be made
     */
    public InterfaceClass getInterface(String typeName) {
        TypeEntry entry = entries.get(typeName);
        if (entry == null || !entry.info.isInterface()) {
            throw entry == null ? unknown(typeName) : new TypeException("type '" + typeName + "' is no interface");
        }
        return interfaceClass(entry);
    }

    /**
     * Lists classes, making each on the way, sorted by name without regard to the case of ASCII letters.
     *
     * @param implementing the type or interface that a class must be, or null for all; an unknown one gives no class
     * @param withAbstract whether abstract types and interfaces are listed too
     */
    public List<QomClass> list(@Nullable String implementing, boolean withAbstract) {
        List<QomClass> found = new ArrayList<>();
        for (TypeEntry entry : entries.values()) {
            QomClass each = entry.info.isInterface() ? interfaceClass(entry) : objectClass(entry);
            boolean isAbstract = !(each instanceof ObjectClass object) || object.isAbstract();
            if ((withAbstract || !isAbstract) && (implementing == null || isA(each, implementing))) {
                found.add(each);
            }
        }
        found.sort(Comparator.comparing(QomClass::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(QomClass::name));
        return found;
    }

    private static boolean isA(QomClass each, String typeName) {
        return switch (each) {
            case ObjectClass object -> object.isA(typeName);
            case InterfaceClass iface -> iface.isA(typeName);
        };
    }

    /** Returns the names of the types that are not abstract and claim to be of a type, without making any class. */
    List<String> namesOf(String claimed) {
        return entries.values().stream()
                .map(entry -> entry.info)
                .filter(info -> !info.isAbstract() && claims(info, claimed))
                .map(TypeInfo::name)
                .toList();
    }

    private boolean claims(TypeInfo type, String claimed) {
        TypeInfo each = type;
        for (int steps = entries.size(); steps > 0; steps--) {
            if (each.name().equals(claimed) || each.interfaces().contains(claimed)) {
                return true;
            }
            String parent = each.parent();
            TypeEntry entry = parent == null ? null : entries.get(parent);
            if (entry == null) {
                return false;
            }
            each = entry.info;
        }
        return false;
    }

    @Nullable TypeEntry entry(String typeName) {
        return entries.get(typeName);
    }

    ObjectClass objectClass(TypeEntry entry) {
        ObjectClass made = entry.objectClass;
        return made != null ? made : maker.makeObjectClass(entry);
    }

    /** Tells all classes whether anybody listens to the runtime, which must know it before. */
    void watched(boolean watched) {
        for (TypeEntry each : entries.values()) {
            ObjectClass made = each.objectClass;
            if (made != null) {
                made.watched(watched);
            }
        }
    }

    InterfaceClass interfaceClass(TypeEntry entry) {
        InterfaceClass made = entry.interfaceClass;
        return made != null ? made : maker.makeInterfaceClass(entry);
    }

    InterfaceClass interfaceClass(TypeInfo type) {
        TypeEntry entry = entries.get(type.name());
        if (entry == null) {
            throw unknown(type.name());
        }
        return interfaceClass(entry);
    }

    /** Returns the refusal of an unknown type name, with the nearest names as a hint. */
    TypeException unknown(String typeName) {
        return new TypeException(
                "missing object type '" + typeName + "'", Suggestions.hint(typeName, entries.keySet()));
    }
}
