// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.UserObjects;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The check of objects in documents against their types, which makes plans of them.
 *
 * <p>An object that is wrong is planned as far as it is known, so that links to it are not reported, too. Confined to one
 * thread.
 */
final class ObjectCheck {
    static final String TYPE = "qom-type";
    static final String ID = "id";
    static final String CHILDREN = "children";

    private static final int MOST_NAMES = 24;
    private static final List<String> COMMON_SLIPS = List.of("type", "driver", "qom_type", "qomtype", "qomType");

    private final LoadPlan plan;
    private final Problems problems;
    private final TypeFinder types;
    private final ValueCheck values;
    private final ObjectClass top;

    /** The document of which the numbers of two names are known. */
    private @Nullable JsonDocument numbered;

    private int typeNumber;
    private int idNumber;

    /**
     * Makes a check.
     *
     * @param top the class of what owns the objects that no other owns
     */
    ObjectCheck(LoadPlan plan, Problems problems, TypeFinder types, ValueCheck values, ObjectClass top) {
        this.top = top;
        this.plan = plan;
        this.problems = problems;
        this.types = types;
        this.values = values;
    }

    /** Checks each element of a list of objects. */
    void checkAll(Source source, int list, @Nullable ObjectPlan parent) {
        JsonDocument document = source.document();
        if (parent == null) {
            plan.expect(document.childCount(list));
        }
        for (int each = document.firstChild(list); each < document.end(list); each = document.end(each)) {
            check(source, each, parent);
        }
    }

    /** Checks one object. */
    void check(Source source, int node, @Nullable ObjectPlan parent) {
        JsonDocument document = source.document();
        if (document.kind(node) != JsonKind.OBJECT) {
            problems.at(
                    source,
                    node,
                    Diagnostic.of(
                                    DiagnosticCode.WRONG_SHAPE,
                                    "expected an object, found " + Shapes.describe(document.kind(node)))
                            .hint("an object has \"qom-type\", \"id\" and properties"));
            return;
        }
        if (document != numbered) {
            numbered = document;
            typeNumber = document.numberOfName(TYPE);
            idNumber = document.numberOfName(ID);
        }
        int idNode = member(document, node, idNumber);
        String text = idNode >= 0 && document.kind(idNode) == JsonKind.STRING ? document.string(idNode) : null;
        ClassFacts facts = type(source, node);
        String id = text == null ? noId(source, node, idNode) : id(source, idNode, text);
        ObjectPlan object = place(source, node, parent, facts, id);
        members(source, node, object);
    }

    private static int member(JsonDocument document, int object, int name) {
        int end = document.end(object);
        for (int each = object + 1; name >= 0 && each < end; each = document.end(each)) {
            if (document.nameNumber(each) == name) {
                return each;
            }
        }
        return -1;
    }

    private ClassFacts type(Source source, int node) {
        JsonDocument document = source.document();
        int type = member(document, node, typeNumber);
        if (type >= 0) {
            return types.find(source, type);
        }
        Diagnostic.Builder problem = Diagnostic.of(DiagnosticCode.MISSING_TYPE, "Parameter 'qom-type' is missing");
        COMMON_SLIPS.stream()
                .filter(slip -> document.member(node, slip) >= 0)
                .findFirst()
                .ifPresent(slip -> problem.hint("the type is called \"qom-type\", not \"" + slip + "\""));
        problems.at(source, node, problem);
        return types.unknown();
    }

    /** Reports that an object has no id, or that it is no string; returns null. */
    private @Nullable String noId(Source source, int node, int idNode) {
        if (idNode < 0) {
            problems.at(
                    source,
                    node,
                    Diagnostic.of(DiagnosticCode.MISSING_ID, "Parameter 'id' is missing")
                            .hint("add \"id\": a name by which links and commands refer to the object"));
        } else {
            problems.at(
                    source,
                    idNode,
                    Diagnostic.of(DiagnosticCode.WRONG_SHAPE, "Invalid parameter type for 'id', expected: string"));
        }
        return null;
    }

    private String id(Source source, int idNode, String text) {
        try {
            UserObjects.checkId(text);
        } catch (QomException e) {
            problems.at(
                    source,
                    idNode,
                    Diagnostic.of(DiagnosticCode.MALFORMED_ID, ValueProblem.message(e) + ", got '" + text + "'")
                            .hints(e.hints()));
        }
        return text;
    }

    /** Finds the plan that an object goes into: a new one, or that of an earlier file which it overrides. */
    private ObjectPlan place(
            Source source, int node, @Nullable ObjectPlan parent, ClassFacts facts, @Nullable String id) {
        DocumentOrigin origin = DocumentOrigin.ofObject(source, node);
        ObjectPlan made = new ObjectPlan(facts, id == null ? "?" : id, parent, origin);
        if (id == null) {
            return made;
        }
        ObjectPlan earlier = plan.add(made);
        if (earlier == null) {
            ObjectClass owner = parent == null ? top : parent.facts().objectClass();
            if (owner.findProperty(id) != null) {
                idInUse(made, owner, problems);
            }
            return made;
        }
        if (earlier.origin().source() == source || source.reading() != null) {
            problems.at(
                    source,
                    source.document().member(node, ID),
                    Diagnostic.of(
                                    DiagnosticCode.DUPLICATE_ID,
                                    "attempt to add duplicate property '" + id + "' to object (type '"
                                            + (parent == null
                                                    ? "container"
                                                    : parent.facts()
                                                            .objectClass()
                                                            .name())
                                            + "')")
                            .hint("ids are unique within a file; only another file can override an object")
                            .related(earlier.origin().position(), "'" + id + "' is first here"));
            return made;
        }
        if (facts.isUsable()
                && earlier.facts().isUsable()
                && facts.objectClass() != earlier.facts().objectClass()) {
            problems.at(
                    source,
                    source.document().member(node, TYPE),
                    Diagnostic.of(
                                    DiagnosticCode.OVERRIDE_OF_OTHER_TYPE,
                                    "'" + id + "' is of type '"
                                            + earlier.facts().objectClass().name() + "' in an earlier file")
                            .hint("an override has the type of what it overrides; use another id for another object")
                            .related(earlier.origin().position(), "'" + id + "' is first here"));
            return made;
        }
        earlier.overrideBy(origin);
        return earlier;
    }

    /** Reports that the owner of an object uses its name for something else. */
    static void idInUse(ObjectPlan object, ObjectClass owner, Problems problems) {
        Source source = object.origin().source();
        problems.at(
                source,
                source.document().member(object.origin().node(), ID),
                Diagnostic.of(
                                DiagnosticCode.ID_IN_USE,
                                "attempt to add duplicate property '" + object.id() + "' to object (type '"
                                        + owner.name() + "')")
                        .hint("choose another id"));
    }

    private void members(Source source, int node, ObjectPlan object) {
        JsonDocument document = source.document();
        ClassFacts facts = object.facts();
        ObjectShape shape = facts.shape(document);
        if (shape != null && object.count() == 0 && object.isOfOneGiver()) {
            ObjectShape.Likeness likeness = shape.likeness(source, node);
            if (likeness != ObjectShape.Likeness.NONE) {
                boolean isPlain = likeness == ObjectShape.Likeness.PLAIN;
                object.take(shape, isPlain);
                if (!isPlain) {
                    shape.check(source, node, values);
                }
                return;
            }
        }
        object.expect(document.childCount(node) - 2);
        for (int each = document.firstChild(node); each < document.end(node); each = document.end(each)) {
            Property plain = facts.plain(document, each);
            if (plain != null) {
                values.check(plain, source, each);
                object.put(plain, each);
                continue;
            }
            String name = Objects.requireNonNull(document.name(each));
            if (name.equals(TYPE) || name.equals(ID)) {
                continue;
            }
            Property property = facts.find(name);
            if (property != null && property.isWritable()) {
                if (property instanceof RenamedProperty renamed) {
                    deprecated(source, each, renamed);
                }
                values.check(property, source, each);
                object.put(property, each);
            } else if (name.equals(CHILDREN) && property == null && source.reading() == null) {
                children(source, each, object);
            } else if (facts.isUsable()) {
                unsettable(source, each, object, property);
            }
        }
        facts.learn(document, node, object, values);
    }

    private void children(Source source, int node, ObjectPlan parent) {
        if (source.document().kind(node) == JsonKind.ARRAY) {
            checkAll(source, node, parent);
        } else {
            problems.at(source, node, Shapes.expected(CHILDREN, "array", "objects owned by this one"));
        }
    }

    private void deprecated(Source source, int node, RenamedProperty former) {
        String present = ClassFacts.present(former).name();
        problems.atName(
                source,
                node,
                Diagnostic.of(
                                DiagnosticCode.DEPRECATED_PROPERTY,
                                "Property '" + former.declaredBy() + "." + former.name() + "' is deprecated, use '"
                                        + present + "'")
                        .hint("write \"" + present + "\" instead"));
    }

    private void unsettable(Source source, int node, ObjectPlan object, @Nullable Property property) {
        String name = Objects.requireNonNull(source.document().name(node));
        ObjectClass objectClass = object.facts().objectClass();
        if (property != null) {
            problems.atName(
                    source,
                    node,
                    Diagnostic.of(
                                    DiagnosticCode.READ_ONLY_PROPERTY,
                                    "Property '" + objectClass.name() + "." + name + "' is not writable")
                            .hint("leave it out: the object sets it itself"));
            return;
        }
        List<String> names = object.facts().writableNames();
        List<String> candidates = new ArrayList<>(names);
        candidates.addAll(List.of(TYPE, ID, CHILDREN));
        Diagnostic.Builder problem =
                Diagnostic.of(DiagnosticCode.UNKNOWN_PROPERTY, "Parameter '" + name + "' is unexpected");
        List<String> nearest = problems.nearest(name, candidates);
        object.meant(nearest);
        problem.nearest(nearest);
        if (!names.isEmpty()) {
            problem.legal("the properties of '" + objectClass.name() + "': " + Shapes.list(names, MOST_NAMES));
        }
        problems.atName(source, node, problem);
    }

    /** Reports what an object lacks, once all descriptions of it and the defaults of its type are known. */
    void checkComplete(ObjectPlan object) {
        for (Property required : object.facts().required()) {
            if (!object.gives(required) && !object.mayMean(required)) {
                DocumentOrigin origin = object.origin();
                Diagnostic.Builder problem = Diagnostic.of(
                        DiagnosticCode.MISSING_PROPERTY, "Parameter '" + required.name() + "' is missing");
                problem.hint("'" + object.facts().objectClass().name() + "' needs it: "
                        + ValueProblem.legal(required.type(), Scale.of(required)));
                problems.at(origin.source(), origin.node(), problem);
            }
        }
    }
}
