// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.HexFormat;
import java.util.Objects;

/**
 * Compact standard JSON text of a document: no blanks, the shortest form of each number.
 *
 * <p>All methods are pure.
 */
final class JsonText {
    private JsonText() {}

    static String of(JsonDocument document, int node) {
        var out = new StringBuilder();
        append(out, document, node);
        return out.toString();
    }

    private static void append(StringBuilder out, JsonDocument document, int node) {
        JsonKind kind = document.kind(node);
        switch (kind) {
            case OBJECT, ARRAY -> {
                boolean object = kind == JsonKind.OBJECT;
                out.append(object ? '{' : '[');
                int end = document.end(node);
                for (int child = document.firstChild(node); child < end; child = document.end(child)) {
                    if (child != document.firstChild(node)) {
                        out.append(',');
                    }
                    if (object) {
                        quote(out, Objects.requireNonNull(document.name(child)));
                        out.append(':');
                    }
                    append(out, document, child);
                }
                out.append(object ? '}' : ']');
            }
            case STRING -> quote(out, document.string(node));
            case INT64 -> out.append(document.int64(node));
            case UINT64 -> out.append(Long.toUnsignedString(document.int64(node)));
            case REAL -> out.append(document.number(node));
            case TRUE -> out.append("true");
            case FALSE -> out.append("false");
            case NULL -> out.append("null");
        }
    }

    /** Appends a string in double quotes; control characters and lone surrogates are escaped. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Surrogates.isLone(text, i)) {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
