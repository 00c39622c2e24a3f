// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text that a document was read from, for telling where its nodes stand.
 *
 * <p>The offsets of the nodes are not kept while reading, because hardly anybody asks; the first question walks the text
 * again and notes them all. Immutable but for that note; thread-safe.
 */
final class JsonSource {
    private final byte[] bytes;
    private final String file;
    private final boolean lenient;
    private volatile @Nullable Places places;

    /**
     * Makes a source.
     *
     * @param bytes the text in UTF-8, never changed from here on
     * @param lenient whether the text may use the lenient grammar
     */
    JsonSource(byte[] bytes, String file, boolean lenient) {
        this.bytes = bytes;
        this.file = file;
        this.lenient = lenient;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean lenient() {
        return lenient;
    }

    SourcePosition valuePosition(int node, int nodeCount) {
        return position(places(nodeCount).values[node]);
    }

    SourcePosition namePosition(int node, int nodeCount) {
        return position(places(nodeCount).names[node]);
    }

    /** Returns the position of the character that holds the byte at this offset. */
    SourcePosition position(int offset) {
        int line = 1;
        int start = 0;
        int end = Math.min(offset, bytes.length);
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        int column = 1;
        for (int i = start + markLength(start); i < end; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                column++;
            }
        }
        return new SourcePosition(file, line, column);
    }

    String line(int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            start = endOfLine(start) + 1;
            if (start > bytes.length) {
                return "";
            }
        }
        if (number < 1) {
            return "";
        }
        int end = endOfLine(start);
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        int text = start + markLength(start);
        return new String(bytes, text, Math.max(end - text, 0), StandardCharsets.UTF_8);
    }

    JsonException refusal(int offset, String problem) {
        SourcePosition position = position(offset);
        return new JsonException(position, line(position.line()), problem);
    }

    /** Returns the length of a byte order mark at this offset. */
    int markLength(int offset) {
        boolean mark = offset == 0
                && bytes.length >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
        return mark ? 3 : 0;
    }

    private int endOfLine(int start) {
        int at = start;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private Places places(int nodeCount) {
        Places found = places;
        if (found == null) {
            found = new Places(nodeCount);
            JsonFault fault = JsonScanner.scan(this, JsonLimits.UNLIMITED, found);
            if (fault != null || found.count != nodeCount) {
                throw new IllegalStateException("the text of " + file + " reads differently the second time");
            }
            places = found;
        }
        return found;
    }

    /** The offset of each node and of its name. */
    private static final class Places implements JsonScanner.Listener {
        private final int[] values;
        private final int[] names;
        private int pendingName = -1;
        private int count;

        Places(int nodeCount) {
            values = new int[nodeCount];
            names = new int[nodeCount];
        }

        @Override
        public void name(int offset) {
            pendingName = offset;
        }

        @Override
        public void value(int offset) {
            if (count < values.length) {
                values[count] = offset;
                names[count] = pendingName >= 0 ? pendingName : offset;
            }
            pendingName = -1;
            count++;
        }
    }
}
