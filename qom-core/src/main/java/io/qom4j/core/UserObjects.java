// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.keyval.Keyval;
import io.qom4j.core.keyval.KeyvalInputVisitor;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.InputVisitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The objects that users make and delete, children of {@code /objects} by their id.
 *
 * <p>Adding checks everything that can be checked against the type before an object exists; then the object is made, its
 * properties are set in {@linkplain io.qom4j.core.visit.DictionaryOrder QEMU's order}, so that of several values that setters
 * refuse the same one is told as there, it joins the tree and its complete hook runs. If any of that fails nothing is left behind
 * and the id is free.
 *
 * <p>Thread-safe: changes take the runtime's writer lock. QEMU: qom/object_interfaces.c, user_creatable_add_qapi,
 * user_creatable_del; qom/qom-qmp-cmds.c.
 */
public final class UserObjects {
    /** What an id looks like, as a hint for people. */
    public static final String IDENTIFIER_HINT =
            "Identifiers consist of letters, digits, '-', '.', '_', starting with a letter.";

    private static final String TYPE = "qom-type";
    private static final String ID = "id";

    private final Qom qom;

    UserObjects(Qom qom) {
        this.qom = qom;
    }

    /** Returns the objects in the order in which they were made: a snapshot. */
    public List<QomObject> all() {
        QomObject container = qom.root().child(CompositionTree.OBJECTS);
        return container == null ? List.of() : container.children();
    }

    /** Returns the object with this id, or null. */
    public @Nullable QomObject find(String id) {
        QomObject container = qom.root().child(CompositionTree.OBJECTS);
        return container == null ? null : container.child(id);
    }

    /**
     * Makes an object from text, as a command line would say it.
     *
     * <pre>{@code
     * qom.objects().add("memory-backend-ram", "m0", "size=1M,share=on");
     * }</pre>
     *
     * @param options the values of properties, {@code name=value} with commas between; may be empty
     * @throws QomException if the options are wrong, the id is taken, or the object refuses; nothing is left then
     */
    public QomObject add(String typeName, String id, String options) {
        JsonDocument named =
                Keyval.merge(Keyval.parseWithoutHelp(options, null), JsonDocument.of(Map.of(TYPE, typeName, ID, id)));
        return check(new KeyvalInputVisitor(named, qom::warn), () -> new KeyvalInputVisitor(named, WarningSink.IGNORE))
                .make(Origins.API);
    }

    /**
     * Makes an object from Java values.
     *
     * @param values the values of properties by name: booleans, numbers, strings, lists, maps; a size may also
     *     be text, {@code "1M"}; a word of an enum and the path of a link's target are text
     * @throws QomException if the values are wrong, the id is taken, or the object refuses; nothing is left then
     * @throws IllegalArgumentException if a value is of no such Java class
     */
    public QomObject add(String typeName, String id, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(TYPE, typeName);
        all.put(ID, id);
        JsonDocument document = JsonDocument.of(all);
        return check(
                        JsonInputVisitor.config(document, JsonDocument.ROOT, qom::warn),
                        () -> JsonInputVisitor.config(document, JsonDocument.ROOT, WarningSink.IGNORE))
                .make(Origins.API);
    }

    /**
     * Makes an object.
     *
     * @param arguments gives a visitor over a struct with {@code qom-type}, {@code id} and properties, each time anew
     * @param origin who makes it
     * @throws QomException if the arguments are wrong, the id is taken, or the object refuses
     */
    public QomObject add(Supplier<InputVisitor> arguments, Origin origin) {
        return check(arguments.get(), arguments).make(origin);
    }

    /**
     * Checks the arguments for an object against its type, without making it; {@link ObjectRequest#make} makes it then.
     *
     * @param checked visits a struct with {@code qom-type}, {@code id} and properties
     * @param arguments gives a visitor over the same struct, each time anew
     * @throws QomException if the arguments are wrong
     */
    public ObjectRequest check(InputVisitor checked, Supplier<InputVisitor> arguments) {
        checked.beginStruct(null);
        String typeName = checked.readString(TYPE);
        MissingType missing = qom.types().missing(typeName);
        ObjectClass objectClass = creatable(missing == null ? typeName : missing.like());
        String id = checked.readString(ID);
        for (Property property : objectClass.properties()) {
            if (property.isWritable()
                    && (checked.isPresent(property.name()) || isMissing(property, objectClass, checked))) {
                property.check(checked, property.name());
            }
        }
        checked.checkStruct();
        checked.endStruct();
        if (missing != null) {
            checkId(id);
            throw new ObjectException(
                    ErrorClass.GENERIC_ERROR, "invalid object type: " + typeName, List.of(missing.reason()), null);
        }
        return new ObjectRequest(this, objectClass, id, arguments);
    }

    /** Tells whether a property must be given and is not, under no name that it ever had. */
    private static boolean isMissing(Property property, ObjectClass objectClass, InputVisitor given) {
        return property.isRequired()
                && objectClass.properties().stream()
                        .noneMatch(each -> each instanceof RenamedProperty former
                                && former.present().name().equals(property.name())
                                && given.isPresent(former.name()));
    }

    private ObjectClass creatable(String typeName) {
        ObjectClass objectClass = qom.types().find(typeName);
        if (objectClass == null || objectClass.isAbstract() || !objectClass.isA(UserCreatable.TYPE_NAME)) {
            throw new ValueException(
                    "Parameter 'qom-type' does not accept value '" + typeName + "'",
                    objectClass != null
                                    && !objectClass.isAbstract()
                                    && UserCreatable.class.isAssignableFrom(objectClass.javaClass())
                            ? new String[] {
                                "Its class is UserCreatable, but its TypeInfo does not list the interface '"
                                        + UserCreatable.TYPE_NAME + "'."
                            }
                            : Suggestions.hint(typeName, qom.types().namesOf(UserCreatable.TYPE_NAME)));
        }
        return objectClass;
    }

    /**
     * Refuses an id that is no identifier.
     *
     * @throws ValueException {@code Parameter 'id' expects an identifier}
     */
    public static void checkId(String id) {
        boolean legal = !id.isEmpty() && isLetter(id.charAt(0));
        for (int i = 1; i < id.length() && legal; i++) {
            char c = id.charAt(i);
            legal = isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        }
        if (!legal) {
            throw new ValueException("Parameter 'id' expects an identifier", IDENTIFIER_HINT);
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    QomObject create(ObjectRequest request, Origin origin) {
        checkId(request.id());
        return qom.exclusively(() ->
                create(request.objectClass(), request.id(), request.arguments().get(), origin));
    }

    private QomObject create(ObjectClass objectClass, String id, InputVisitor values, Origin origin) {
        QomObject object = objectClass.newObject();
        Failures failures = new Failures();
        failures.attempt(() -> {
            values.beginStruct(null);
            for (Property property : objectClass.table().settable()) {
                if (values.isPresent(property.name())) {
                    property.set(object, values, origin);
                }
            }
            values.endStruct();
            publish(object, id);
        });
        failures.attempt(object::unref);
        failures.rethrow();
        return object;
    }

    /**
     * Puts an object that is made and configured under {@code /objects} and runs its complete hook.
     *
     * @param object the object, of which the tree takes a reference
     * @throws QomException if the id is taken or the hook refuses; the object is then outside the tree as before
     */
    public void publish(QomObject object, String id) {
        qom.exclusively(() -> {
            boolean isFirst = qom.root().child(CompositionTree.OBJECTS) == null;
            QomObject container = qom.tree().container(CompositionTree.OBJECTS);
            try {
                join(container, object, id);
            } catch (RuntimeException | Error e) {
                if (isFirst) {
                    Failures.alsoAttempt(e, container::unparent);
                }
                throw e;
            }
        });
    }

    private void join(QomObject container, QomObject object, String id) {
        int eventsBefore = qom.events().batchSize();
        container.addChild(id, object);
        try {
            if (object instanceof UserCreatable creatable && !object.isComplete()) {
                creatable.complete();
            }
            object.markComplete();
        } catch (RuntimeException | Error e) {
            Failures.alsoAttempt(e, object::unparent);
            qom.events().forgetVisit(eventsBefore, object);
            throw e;
        }
    }

    /**
     * Deletes an object: takes it from the tree, so that it ends unless somebody holds it.
     *
     * @throws ObjectException if there is no such object or it is in use
     */
    public void delete(String id) {
        qom.exclusively(() -> {
            QomObject object = find(id);
            if (object == null) {
                throw new ObjectException(
                        ErrorClass.GENERIC_ERROR,
                        "object '" + id + "' not found",
                        List.of(Suggestions.hint(
                                id, all().stream().map(QomObject::name).toList())),
                        null);
            }
            if (object instanceof UserCreatable creatable && !creatable.canBeDeleted()) {
                throw new ObjectException(
                        "object '" + id + "' is in use, can not be deleted",
                        qom.tree().holders(object).stream()
                                .map(holder -> holder + " refers to it.")
                                .toArray(String[]::new));
            }
            object.unparent();
        });
    }

    /**
     * Runs the complete hook of an object that is configured and in the tree, unless it has run; the last step of making it.
     *
     * @throws QomException if the hook refuses; it is then the caller's to take the object from the tree
     */
    public void complete(QomObject object) {
        if (qom.isHeldExclusively()) {
            completeNow(object);
        } else {
            qom.exclusively(() -> completeNow(object));
        }
    }

    private static void completeNow(QomObject object) {
        if (!object.isComplete()) {
            if (object instanceof UserCreatable creatable) {
                creatable.complete();
            }
            object.markComplete();
        }
    }
}
