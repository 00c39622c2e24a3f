// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import java.util.List;
import java.util.Objects;

/**
 * The check of whole documents: which form they have, and what is in their sections.
 *
 * <p>Confined to one thread.
 */
final class DocumentCheck {
    static final String INCLUDE = "include";
    static final String OBJECTS = "objects";

    static final String SCHEMA = "$schema";
    static final String DEFAULTS = "defaults";
    static final String GLOBALS = "globals";
    static final List<String> SECTIONS = List.of(SCHEMA, INCLUDE, DEFAULTS, GLOBALS, OBJECTS);

    private final Problems problems;
    private final ObjectCheck objects;
    private final TypeDefaults defaults;

    DocumentCheck(Problems problems, ObjectCheck objects, TypeDefaults defaults) {
        this.problems = problems;
        this.objects = objects;
        this.defaults = defaults;
    }

    /** Tells whether a document is one object alone, rather than a frame around several. */
    static boolean isSingleObject(JsonDocument document) {
        int root = JsonDocument.ROOT;
        return document.kind(root) == JsonKind.OBJECT
                && document.member(root, OBJECTS) < 0
                && (document.member(root, ObjectCheck.TYPE) >= 0 || document.member(root, ObjectCheck.ID) >= 0);
    }

    /** Checks a document. */
    void check(Source source) {
        JsonDocument document = source.document();
        int root = JsonDocument.ROOT;
        if (document.kind(root) == JsonKind.ARRAY) {
            objects.checkAll(source, root, null);
        } else if (isSingleObject(document)) {
            objects.check(source, root, null);
        } else if (document.kind(root) == JsonKind.OBJECT) {
            for (int each = root + 1; each < document.end(root); each = document.end(each)) {
                section(source, each, Objects.requireNonNull(document.name(each)));
            }
        } else {
            problems.at(
                    source,
                    root,
                    Diagnostic.of(
                                    DiagnosticCode.WRONG_SHAPE,
                                    "expected an object or an array, found " + Shapes.describe(document.kind(root)))
                            .legal("{\"objects\": [...]}, an array of objects, or one object"));
        }
    }

    private void section(Source source, int node, String name) {
        JsonKind kind = source.document().kind(node);
        switch (name) {
            case SCHEMA -> {
                if (kind != JsonKind.STRING) {
                    problems.at(source, node, Shapes.expected(name, "string", "the address of a JSON schema"));
                }
            }
            case INCLUDE -> {}
            case OBJECTS -> {
                if (kind == JsonKind.ARRAY) {
                    objects.checkAll(source, node, null);
                } else {
                    problems.at(
                            source, node, Shapes.expected(name, "array", "[{\"qom-type\": ..., \"id\": ...}, ...]"));
                }
            }
            case DEFAULTS -> defaults.defaults(source, node);
            case GLOBALS -> defaults.globals(source, node);
            default -> problems.atName(source, node, unknownSection(name, problems));
        }
    }

    /** Starts the problem of a member that documents do not have. */
    static Diagnostic.Builder unknownSection(String name, Problems problems) {
        return Diagnostic.of(DiagnosticCode.UNKNOWN_SECTION, "Parameter '" + name + "' is unexpected")
                .nearest(problems.nearest(name, SECTIONS))
                .legal("the members of a document: " + String.join(", ", SECTIONS));
    }
}
