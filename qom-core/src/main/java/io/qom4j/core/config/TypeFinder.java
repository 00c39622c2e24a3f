// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types that documents name.
 *
 * <p>Confined to one thread.
 */
final class TypeFinder {
    private static final int MOST_NAMES = 12;
    private static final int MOST_RECENT = 8;

    private final TypeRegistry types;
    private final Problems problems;
    private final Map<String, ClassFacts> known = new HashMap<>();
    private final ClassFacts unknown;

    /** The first few types that were found, by whose names the text is compared before a string is made of it. */
    private final String[] recentNames = new String[MOST_RECENT];

    private final ClassFacts[] recent = new ClassFacts[MOST_RECENT];
    private int recentCount;
    private @Nullable List<String> creatable;

    TypeFinder(TypeRegistry types, Problems problems) {
        this.types = types;
        this.problems = problems;
        this.unknown = new ClassFacts(types.get(QomObject.TYPE_NAME), false);
    }

    /** Returns what stands in for a type that is not known. */
    ClassFacts unknown() {
        return unknown;
    }

    /** Returns the type that a node names; reports one that users cannot make objects of. */
    ClassFacts find(Source source, int node) {
        JsonDocument document = source.document();
        for (int i = 0; i < recentCount; i++) {
            if (document.isString(node, recentNames[i])) {
                return recent[i];
            }
        }
        if (document.kind(node) != JsonKind.STRING) {
            problems.at(
                    source,
                    node,
                    Diagnostic.of(
                            DiagnosticCode.WRONG_SHAPE, "Invalid parameter type for 'qom-type', expected: string"));
            return unknown;
        }
        String name = document.string(node);
        ClassFacts found = known.get(name);
        if (found == null) {
            found = look(name, source, node);
            if (found == unknown) {
                return unknown;
            }
            known.put(name, found);
        }
        if (recentCount < recent.length) {
            recentNames[recentCount] = name;
            recent[recentCount++] = found;
        }
        return found;
    }

    private ClassFacts look(String name, Source source, int node) {
        String refusal = "Parameter 'qom-type' does not accept value '" + name + "'";
        String whyMissing = types.whyMissing(name);
        if (whyMissing != null) {
            problems.at(
                    source,
                    node,
                    Diagnostic.of(DiagnosticCode.UNKNOWN_TYPE, "invalid object type: " + name)
                            .hint(whyMissing));
            return unknown;
        }
        if (!types.contains(name)) {
            Diagnostic.Builder problem =
                    Diagnostic.of(DiagnosticCode.UNKNOWN_TYPE, refusal).nearest(problems.nearest(name, creatable()));
            if (problems.nearest(name, creatable()).isEmpty()) {
                problem.legal(Shapes.list(creatable(), MOST_NAMES));
            }
            problems.at(source, node, problem);
            return unknown;
        }
        String reason;
        try {
            ObjectClass objectClass = types.find(name);
            if (objectClass == null) {
                reason = "it is an interface";
            } else if (!objectClass.isA(UserCreatable.TYPE_NAME)) {
                reason = objectClass.isAbstract() ? "it is abstract" : "users cannot make its objects";
            } else if (objectClass.isAbstract()) {
                reason = "it is abstract";
            } else {
                return new ClassFacts(objectClass, true);
            }
        } catch (TypeException e) {
            reason = "its class cannot be made: " + e.getMessage();
        }
        Diagnostic.Builder problem = Diagnostic.of(DiagnosticCode.TYPE_NOT_CREATABLE, refusal)
                .hint("there is a type '" + name + "', but " + reason);
        List<String> kinds = below(name);
        problems.at(
                source, node, kinds.isEmpty() ? problem : problem.legal("one of " + Shapes.list(kinds, MOST_NAMES)));
        return unknown;
    }

    private List<String> below(String name) {
        return creatable().stream().filter(each -> types.get(each).isA(name)).toList();
    }

    /** Returns the names of the types that users can make objects of. */
    private List<String> creatable() {
        if (creatable == null) {
            try {
                creatable = types.list(UserCreatable.TYPE_NAME, false).stream()
                        .map(QomClass::name)
                        .toList();
            } catch (QomException e) {
                // A broken type elsewhere must not hide what is wrong here; it only costs the suggestions.
                creatable = List.of();
            }
        }
        return creatable;
    }
}
