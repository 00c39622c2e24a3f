// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.diagnostic;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.SourcePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of problems for editors and CI: JSON that stays as it is.
 *
 * <pre>
 * {"diagnostics": [{"code": "QOM-0107", "severity": "error", "title": "unknown property",
 *                   "file": "vm.json", "line": 4, "column": 18, "pointer": "/objects/0/sise",
 *                   "message": "…", "legal": "…", "nearest": ["size"], "hints": [],
 *                   "related": [{"file": "vm.json", "line": 2, "column": 5, "message": "…"}]}],
 *  "errors": 1, "warnings": 0}
 * </pre>
 *
 * <p>Every member is always there; what is not known is null. Members may be added, none is removed. All methods are pure.
 *
 * <p>Thread-safe: it has no state.
 */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    /** Returns problems as a JSON document. */
    public static JsonDocument of(List<Diagnostic> diagnostics) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("diagnostics", diagnostics.stream().map(DiagnosticJson::one).toList());
        all.put("errors", diagnostics.stream().filter(Diagnostic::isError).count());
        all.put("warnings", diagnostics.stream().filter(each -> !each.isError()).count());
        return JsonDocument.of(all);
    }

    private static Map<String, @Nullable Object> one(Diagnostic diagnostic) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", diagnostic.code().id());
        members.put("severity", diagnostic.severity().word());
        members.put("title", diagnostic.code().title());
        place(members, diagnostic.position());
        members.put("pointer", diagnostic.pointer());
        members.put("message", diagnostic.message());
        members.put("legal", diagnostic.legal());
        members.put("nearest", diagnostic.nearest());
        members.put("hints", diagnostic.hints());
        members.put(
                "related",
                diagnostic.related().stream().map(DiagnosticJson::related).toList());
        return members;
    }

    private static Map<String, @Nullable Object> related(RelatedPlace related) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        place(members, related.position());
        members.put("message", related.message());
        return members;
    }

    private static void place(Map<String, @Nullable Object> members, SourcePosition position) {
        members.put("file", position.file().isEmpty() ? null : position.file());
        members.put("line", position.isKnown() ? (long) position.line() : null);
        members.put("column", position.isKnown() ? (long) position.column() : null);
    }
}
