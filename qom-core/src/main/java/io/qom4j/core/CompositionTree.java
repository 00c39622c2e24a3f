// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PathException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.PropertyBuilder;
import io.qom4j.core.property.RenamedProperty;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a runtime's objects, in which each object but the root is owned by one other.
 *
 * <p>Thread-safe. Changes take the runtime's writer lock; looking things up takes none. QEMU: qom/object.c,
 * object_property_add_child, object_unparent, object_resolve_path.
 */
public final class CompositionTree {
    /** The name of the container of user-created objects. */
    public static final String OBJECTS = "objects";

    private static final int MOST_CANDIDATES = 100;
    private static final int MOST_LISTED = 5;

    private final Qom qom;
    private final QomObject root;
    private final NameIndex names = new NameIndex();
    private final PathIndex paths;
    private final PathResolver resolver;

    /** The objects whose unparent hook is running, so that it does not run again inside itself; under the writer lock. */
    private final Set<QomObject> leaving = new HashSet<>();

    CompositionTree(Qom qom) {
        this.qom = qom;
        root = qom.types().get(Container.TYPE_NAME).newObject();
        paths = new PathIndex(root);
        resolver = new PathResolver(root, names, paths);
    }

    /** Returns the root, a container. */
    public QomObject root() {
        return root;
    }

    /**
     * Returns a container under the root, made if need be.
     *
     * @throws ObjectException if the root has something else of that name
     */
    public QomObject container(String name) {
        QomObject there = root.child(name);
        return there != null
                ? there
                : qom.exclusively(() -> {
                    QomObject again = root.child(name);
                    if (again != null) {
                        return again;
                    }
                    QomObject made = qom.types().get(Container.TYPE_NAME).newObject();
                    try {
                        add(root, name, made);
                    } finally {
                        made.unref();
                    }
                    return made;
                });
    }

    /** Returns what a path leads to; see {@link #find(String)} for its form. */
    public PathMatch match(String path) {
        return resolver.match(path, null);
    }

    /** Returns what a path leads to among the objects of a type. */
    public PathMatch match(String path, String type) {
        return resolver.match(path, type);
    }

    /**
     * Returns the object that a path leads to, or null if there is none or it is ambiguous.
     *
     * @param path absolute if it begins with {@code /}; else partial: it must lead somewhere from exactly one object
     */
    public @Nullable QomObject find(String path) {
        if (path.startsWith("/")) {
            return resolver.absolute(path, null);
        }
        return resolver.match(path, null) instanceof PathMatch.Found found ? found.object() : null;
    }

    /**
     * Returns the object that a path leads to.
     *
     * @throws PathException if it leads nowhere, or is ambiguous; the hint lists the candidates
     */
    public QomObject resolve(String path) {
        PathMatch match = match(path);
        if (match instanceof PathMatch.Found found) {
            return found.object();
        }
        throw match instanceof PathMatch.Ambiguous ? ambiguous(path, candidates(path, null)) : notFound(path);
    }

    /** Returns the object that a path leads to from another: relative, unless it begins with {@code /}. */
    public @Nullable QomObject resolveFrom(QomObject from, String path) {
        return path.startsWith("/") ? resolver.absolute(path, null) : PathResolver.walk(from, path);
    }

    /**
     * Returns the objects of the tree whose strong links keep an object alive, beside its owner.
     *
     * <p>Looks at each object that has a link.
     */
    public Set<QomObject> holders(QomObject held) {
        Set<QomObject> holders = new LinkedHashSet<>();
        names.forEachLinking((object, property) -> {
            if (property instanceof LinkProperty<?> link && link.isStrong() && link.get(object) == held) {
                holders.add(object);
            }
        });
        return holders;
    }

    /** Returns the refusal of a path that leads nowhere. */
    public static PathException notFound(String path) {
        return new PathException(ErrorClass.DEVICE_NOT_FOUND, "Device '" + path + "' not found", List.of(), null);
    }

    /**
     * Returns what a partial path leads to, in the order of their paths, for an error text: not all if there are very many.
     *
     * @param type the type that they must have, or null
     */
    public List<QomObject> candidates(String path, @Nullable String type) {
        return resolver.partial(path, type, MOST_CANDIDATES).stream()
                .distinct()
                .sorted(Comparator.comparing(QomObject::toString))
                .toList();
    }

    /** Returns the refusal of a path that leads to several objects, which its hint lists, unless they are many. */
    public static PathException ambiguous(String path, List<QomObject> candidates) {
        StringJoiner listed = new StringJoiner(" and ");
        candidates.stream().limit(MOST_LISTED).map(QomObject::toString).forEach(listed::add);
        if (candidates.size() > MOST_LISTED) {
            listed.add((candidates.size() < MOST_CANDIDATES ? "" : "more than ") + (candidates.size() - MOST_LISTED)
                    + " others");
        }
        return new PathException(
                "Path '" + path + "' is ambiguous",
                "It leads to " + listed + (candidates.size() == 1 ? ", from more than one object" : ""));
    }

    /**
     * Returns the object that the text of a link names.
     *
     * @param type the type that it must have
     * @param field the link's name, for texts
     * @throws PathException if the path is ambiguous or leads nowhere
     * @throws ValueException if it leads to an object of another type
     */
    public QomObject linkTarget(String path, String type, String field) {
        return switch (resolver.match(path, type)) {
            case PathMatch.Found found -> found.object();
            case PathMatch.Ambiguous several ->
                throw new PathException(
                        "Path '" + path + "' does not uniquely identify an object",
                        ambiguous(path, candidates(path, type)).hints().toArray(String[]::new));
            case PathMatch.NotFound none -> {
                if (resolver.match(path, null) instanceof PathMatch.NotFound) {
                    throw notFound(path);
                }
                throw new ValueException("Invalid parameter type for '" + field + "', expected: " + type);
            }
        };
    }

    /**
     * Makes room for many children of an object of the tree that are about to be added, which then costs less for each.
     *
     * @param more how many there will be more than now; a hint
     */
    public void expectChildren(QomObject parent, int more) {
        qom.exclusively(() -> {
            parent.membersForWriting().expect(more);
            names.expect(more);
            paths.expect(more);
        });
    }

    String add(QomObject parent, String wantedName, QomObject child) {
        return qom.isHeldExclusively()
                ? addNow(parent, wantedName, child, false)
                : qom.exclusively(() -> addNow(parent, wantedName, child, false));
    }

    /**
     * Makes a new object the child of another, which takes over the maker's reference: {@link QomObject#addChild} and
     * {@link QomObject#unref} in one step.
     *
     * @return the name under which the child was added
     * @throws ObjectException as {@link QomObject#addChild} does; the reference is still the caller's then
     */
    public String adopt(QomObject parent, String name, QomObject child) {
        return qom.isHeldExclusively()
                ? addNow(parent, name, child, true)
                : qom.exclusively(() -> addNow(parent, name, child, true));
    }

    private String addNow(QomObject parent, String wantedName, QomObject child, boolean isAdopted) {
        refuseImpossible(parent, child);
        String free = freeName(parent, checkedName(wantedName));
        if (free == null) {
            throw new ObjectException(duplicate(parent, wantedName));
        }
        String name = names.shared(free);
        if (!isAdopted) {
            child.ref();
        }
        child.parent(parent, name);
        parent.membersForWriting().add(name, child);
        if (isInTree(parent)) {
            enter(child);
            qom.events().added(child, parent, name);
        }
        return name;
    }

    private void refuseImpossible(QomObject parent, QomObject child) {
        if (child.qom() != qom || parent.qom() != qom) {
            throw new ObjectException(child + " belongs to another runtime than " + parent);
        }
        if (parent.isFinalized() || child.isFinalized()) {
            throw new ObjectException(
                    (child.isFinalized() ? child : parent) + " has ended: it cannot be owned, nor own anything");
        }
        if (child.parent() != null || child == root) {
            throw new ObjectException(
                    child == root
                            ? "the root of the tree cannot be owned"
                            : child + " has a parent: unparent it before it is added elsewhere");
        }
        if (child == parent || child.holds(parent)) {
            throw new ObjectException(parent + " cannot own " + child + ": "
                    + (child == parent ? "nothing owns itself" : "it holds the object that would own it"));
        }
    }

    private static String checkedName(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            throw new ObjectException(
                    "a child cannot be called '" + name + "'",
                    "A name has one or more characters, none of them '/', which parts a path.");
        }
        return name;
    }

    Property add(QomObject object, PropertyBuilder<?> declaration) {
        return qom.exclusively(() -> {
            if (object.isFinalized()) {
                throw new PropertyException(object + " has ended: it cannot have another property");
            }
            String name = freeName(object, declaration.name());
            if (name == null) {
                throw new PropertyException(duplicate(object, declaration.name()));
            }
            if (declaration instanceof RenamedProperty.Builder former) {
                former.resolve(object::findProperty);
            }
            Members own = object.membersForWriting();
            Property property = declaration.named(name).build(null, own.takeSlot());
            own.add(name, property);
            if (isInTree(object)) {
                names.linkAdded(object, property);
            }
            return property;
        });
    }

    private static @Nullable String freeName(QomObject object, String wanted) {
        if (wanted.endsWith("[*]")) {
            return object.membersForWriting().arrayName(wanted.substring(0, wanted.length() - "[*]".length()));
        }
        return object.findProperty(wanted) == null ? wanted : null;
    }

    private static String duplicate(QomObject object, String name) {
        return "attempt to add duplicate property '" + name + "' to object (type '" + object.typeName() + "')";
    }

    void remove(QomObject child) {
        qom.exclusively(() -> {
            QomObject parent = child.parent();
            if (parent == null) {
                return;
            }
            Failures failures = new Failures();
            if (leaving.add(child)) {
                try {
                    failures.attempt(() -> qom.finalization().runHook(child::onUnparent));
                } finally {
                    leaving.remove(child);
                }
            }
            if (child.parent() == parent) {
                detach(child, parent, String.valueOf(child.name()), failures);
            }
            failures.rethrow();
        });
    }

    private void detach(QomObject child, QomObject parent, String name, Failures failures) {
        boolean wasInTree = isInTree(parent);
        parent.membersForWriting().remove(name, child);
        if (wasInTree) {
            leave(child);
        }
        child.parent(null, null);
        if (wasInTree) {
            qom.events().removed(child, parent, name);
        }
        failures.attempt(child::unref);
    }

    void remove(QomObject object, String name) {
        qom.exclusively(() -> {
            Members own = object.members();
            Object entry = own == null ? null : own.find(name);
            if (entry instanceof QomObject child) {
                remove(child);
            } else if (entry instanceof Property property) {
                remove(object, property);
            } else {
                throw new PropertyException("Property '" + object.typeName() + "." + name + "' "
                        + (object.objectClass().findProperty(name) == null
                                ? "not found"
                                : "belongs to the class and cannot be removed"));
            }
        });
    }

    /** Takes an own property from an object, whether or not what it holds can be let go; the writer lock is held. */
    void remove(QomObject object, Property property) {
        Members own = object.membersForWriting();
        if (own.remove(property.name(), property)) {
            names.linkRemoved(object, property);
            object.forgetOrigin(property.slot());
            own.freeSlot(property.slot());
            property.release(object);
        }
    }

    private boolean isInTree(QomObject object) {
        QomObject each = object;
        for (QomObject parent = each.parent(); parent != null; parent = each.parent()) {
            each = parent;
        }
        return each == root;
    }

    private void enter(QomObject top) {
        if (top.members() == null) {
            enterAlone(top);
        } else {
            Subtree.forEach(top, this::enterAlone);
        }
    }

    private void enterAlone(QomObject object) {
        names.entered(object, String.valueOf(object.name()));
        paths.entered(object);
    }

    private void leave(QomObject top) {
        Subtree.forEach(top, each -> {
            names.left(each, String.valueOf(each.name()));
            paths.left(each);
        });
    }

    @Override
    public String toString() {
        return "tree of "
                + Arrays.toString(root.children().stream().map(QomObject::name).toArray());
    }
}
