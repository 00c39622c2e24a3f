// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.JsonKind;
import java.util.List;

/**
 * Words for the frame of documents.
 *
 * <p>Thread-safe: it has no state.
 */
final class Shapes {
    private Shapes() {}

    /** Returns a kind with its article. */
    static String describe(JsonKind kind) {
        return switch (kind) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case INT64, UINT64, REAL -> "a number";
            case TRUE, FALSE -> "a boolean";
            case NULL -> "null";
        };
    }

    /** Starts the problem of a member that is of another kind than the format wants. */
    static Diagnostic.Builder expected(String member, String kind, String legal) {
        return Diagnostic.of(
                        DiagnosticCode.WRONG_SHAPE, "Invalid parameter type for '" + member + "', expected: " + kind)
                .legal(legal);
    }

    /** Returns names with commas between, and an ellipsis if there are more than should be shown. */
    static String list(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + ", … (" + names.size() + " in all)";
    }
}
