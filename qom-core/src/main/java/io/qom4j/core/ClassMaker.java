// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.TypeException;
import io.qom4j.core.trace.ClassCreation;
import io.qom4j.core.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The maker of classes: lazily, once, ancestors first, hooks in QEMU's order.
 *
 * <p>For a type T with parent P: the class of P is made; T's starts as a copy of P's data; for each interface of P, then
 * each that T lists and does not have yet, a copy for T is made; then class_base_init of each ancestor runs, nearest first,
 * and last T's class_init. Those hooks, if they ask for the class under construction, get it; hooks of interfaces run too early
 * for that. A hook that throws leaves no class, and the next who asks tries again.
 *
 * <p>Thread-safe: classes are made under the runtime's writer lock, so that a hook may do whatever needs that lock. QEMU:
 * qom/object.c, type_initialize.
 */
final class ClassMaker {
    private final TypeRegistry registry;

    ClassMaker(TypeRegistry registry) {
        this.registry = registry;
    }

    ObjectClass makeObjectClass(TypeEntry entry) {
        return registry.qom().exclusively(() -> {
            ObjectClass made = entry.objectClass;
            if (made != null) {
                return made;
            }
            if (entry.underConstruction instanceof ObjectClass unfinished) {
                return unfinished;
            }
            enter(entry);
            ClassCreation event = Tracing.isPossible() ? ClassCreation.begun() : null;
            try {
                made = newObjectClass(entry);
                entry.objectClass = made;
                if (registry.qom().isObserved()) {
                    made.watched(true); // who began to listen a moment ago may not have seen the class
                }
                if (event != null) {
                    event.made(made);
                }
                return made;
            } finally {
                leave(entry);
            }
        });
    }

    InterfaceClass makeInterfaceClass(TypeEntry entry) {
        return registry.qom().exclusively(() -> {
            InterfaceClass made = entry.interfaceClass;
            if (made != null) {
                return made;
            }
            if (entry.underConstruction instanceof InterfaceClass unfinished) {
                return unfinished;
            }
            enter(entry);
            try {
                made = newInterfaceClass(entry);
                entry.interfaceClass = made;
                return made;
            } finally {
                leave(entry);
            }
        });
    }

    private void enter(TypeEntry entry) {
        if (entry.isBeingMade) {
            throw new TypeException(
                    entry.hasParent
                            ? "class '" + entry.info.name() + "' is asked for while its interfaces are made"
                            : "Type '" + entry.info.name() + "' descends from itself");
        }
        entry.isBeingMade = true;
    }

    private static void leave(TypeEntry entry) {
        entry.isBeingMade = false;
        entry.hasParent = false;
        entry.underConstruction = null;
    }

    private ObjectClass newObjectClass(TypeEntry entry) {
        TypeInfo type = entry.info;
        TypeEntry parentEntry = parentOf(type);
        if (parentEntry != null && parentEntry.info.isInterface()) {
            throw new TypeException(
                    "Type '" + type.name() + "' has the interface '" + type.parent() + "' as its parent",
                    "List it with interfaces(…) instead.");
        }
        ObjectClass parent = parentEntry == null ? null : registry.objectClass(parentEntry);
        if (parent != null && !parent.javaClass().isAssignableFrom(type.javaClass())) {
            throw new TypeException("Type '" + type.name() + "': class "
                    + type.javaClass().getName() + " does not extend its parent's, "
                    + parent.javaClass().getName());
        }
        if (parent != null
                && parent.makesObjects()
                && type.factory() == null
                && !type.isAbstract()
                && type.javaClass() != parent.javaClass()) {
            throw new TypeException(
                    "Type '" + type.name() + "': nothing makes objects of class "
                            + type.javaClass().getName(),
                    "Give it a factory(…), or declare it abstract.");
        }
        entry.hasParent = true;
        ObjectClass made = new ObjectClass(registry, type, parent);
        made.interfaces(interfacesOf(made, parent));
        entry.underConstruction = made;
        for (ObjectClass ancestor = parent; ancestor != null; ancestor = ancestor.parent()) {
            ancestor.type().runClassBaseInit(made);
        }
        type.runClassInit(made);
        made.complete();
        return made;
    }

    private List<InterfaceClass> interfacesOf(ObjectClass made, @Nullable ObjectClass parent) {
        List<InterfaceClass> interfaces = new ArrayList<>();
        if (parent != null) {
            for (InterfaceClass inherited : parent.interfaces()) {
                interfaces.add(copyFor(made, inherited.type(), inherited));
            }
        }
        for (String name : made.type().interfaces()) {
            TypeEntry entry = registry.entry(name);
            if (entry == null || !entry.info.isInterface()) {
                throw new TypeException("missing interface '" + name + "' for object '" + made.name() + "'");
            }
            if (interfaces.stream().noneMatch(each -> each.isA(name))) {
                interfaces.add(copyFor(made, entry.info, registry.interfaceClass(entry)));
            }
        }
        return interfaces;
    }

    private InterfaceClass copyFor(ObjectClass concrete, TypeInfo type, InterfaceClass inherited) {
        InterfaceClass own = registry.interfaceClass(type);
        InterfaceClass copy = new InterfaceClass(registry, type, inherited, own.parent(), concrete);
        for (InterfaceClass ancestor = own; ancestor != null; ancestor = ancestor.parent()) {
            ancestor.type().runInterfaceBaseInit(copy);
        }
        return copy;
    }

    private InterfaceClass newInterfaceClass(TypeEntry entry) {
        TypeInfo type = entry.info;
        TypeEntry parentEntry = parentOf(type);
        if (parentEntry != null && !parentEntry.info.isInterface()) {
            throw new TypeException(
                    "Interface '" + type.name() + "' extends '" + type.parent() + "', which is no interface");
        }
        InterfaceClass parent = parentEntry == null ? null : registry.interfaceClass(parentEntry);
        InterfaceClass made = new InterfaceClass(registry, type, parent, parent, null);
        entry.underConstruction = made;
        for (InterfaceClass ancestor = parent; ancestor != null; ancestor = ancestor.parent()) {
            ancestor.type().runInterfaceBaseInit(made);
        }
        type.runInterfaceInit(made);
        made.complete();
        return made;
    }

    private @Nullable TypeEntry parentOf(TypeInfo type) {
        String parent = type.parent();
        if (parent == null) {
            return null;
        }
        TypeEntry entry = registry.entry(parent);
        if (entry == null) {
            throw new TypeException("Type '" + type.name() + "' is missing its parent '" + parent + "'");
        }
        return entry;
    }
}
