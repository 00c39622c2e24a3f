// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * JSON text that people can read: what is short stands on one line, everything else is indented by two.
 *
 * <p>Thread-safe: all methods are pure.
 */
public final class ReadableJson {
    private static final int LINE = 100;

    private final JsonDocument document;
    private final StringBuilder out = new StringBuilder();

    private ReadableJson(JsonDocument document) {
        this.document = document;
    }

    /** Returns the text, which ends in a newline. */
    public static String of(JsonDocument document) {
        ReadableJson text = new ReadableJson(document);
        text.append(JsonDocument.ROOT, 0, document.kind(JsonDocument.ROOT) == JsonKind.OBJECT);
        return text.out.append('\n').toString();
    }

    private void append(int node, int indent, boolean neverOnOneLine) {
        int start = out.length();
        if (!neverOnOneLine || document.end(node) == node + 1) {
            if (appendFlat(node, start + LINE - indent)) {
                return;
            }
            out.setLength(start);
        }
        boolean isObject = document.kind(node) == JsonKind.OBJECT;
        out.append(isObject ? '{' : '[');
        String before = "\n" + " ".repeat(indent + 2);
        for (int each = document.firstChild(node); each < document.end(node); each = document.end(each)) {
            out.append(before);
            before = ",\n" + " ".repeat(indent + 2);
            appendName(each);
            append(each, indent + 2, false);
        }
        out.append('\n').append(" ".repeat(indent)).append(isObject ? '}' : ']');
    }

    /** Appends a value without line breaks; gives up, with a part of it appended, where a container passes the limit. */
    private boolean appendFlat(int node, int limit) {
        JsonKind kind = document.kind(node);
        if (!kind.isContainer()) {
            out.append(JsonDocument.of(document.toJava(node)));
            return true;
        }
        out.append(kind == JsonKind.OBJECT ? '{' : '[');
        String before = "";
        for (int each = document.firstChild(node); each < document.end(node); each = document.end(each)) {
            out.append(before);
            before = ", ";
            appendName(each);
            if (!appendFlat(each, limit) || out.length() > limit) {
                return false;
            }
        }
        out.append(kind == JsonKind.OBJECT ? '}' : ']');
        return true;
    }

    private void appendName(int node) {
        String name = document.name(node);
        if (name != null) {
            out.append(JsonDocument.of(name)).append(": ");
        }
    }
}
