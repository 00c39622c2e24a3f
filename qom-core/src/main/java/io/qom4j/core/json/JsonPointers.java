// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * JSON pointers (RFC 6901) from and to nodes.
 *
 * <p>All methods are pure.
 */
final class JsonPointers {
    private JsonPointers() {}

    static String of(JsonDocument document, int node) {
        var pointer = new StringBuilder();
        for (int at = JsonDocument.ROOT; at != node; ) {
            int index = 0;
            int child = document.firstChild(at);
            while (document.end(child) <= node) {
                child = document.end(child);
                index++;
            }
            String name = document.name(child);
            pointer.append('/');
            pointer.append(
                    name == null
                            ? Integer.toString(index)
                            : name.replace("~", "~0").replace("/", "~1"));
            at = child;
        }
        return pointer.toString();
    }

    static int find(JsonDocument document, String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer is empty or begins with '/', got '" + pointer + "'");
        }
        int node = JsonDocument.ROOT;
        for (int at = 0; at < pointer.length() && node >= 0; ) {
            int end = pointer.indexOf('/', at + 1);
            end = end < 0 ? pointer.length() : end;
            String step = pointer.substring(at + 1, end).replace("~1", "/").replace("~0", "~");
            node = child(document, node, step);
            at = end;
        }
        return node;
    }

    private static int child(JsonDocument document, int node, String step) {
        return switch (document.kind(node)) {
            case OBJECT -> document.member(node, step);
            case ARRAY -> step.matches("0|[1-9][0-9]{0,8}") ? document.element(node, Integer.parseInt(step)) : -1;
            case STRING, INT64, UINT64, REAL, TRUE, FALSE, NULL -> -1;
        };
    }
}
