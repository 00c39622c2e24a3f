// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text that a document was read from, for telling where its nodes stand.
 *
 * <p>The offsets of the nodes are not kept while reading, because hardly anybody asks; the first question walks the text
 * again and notes them all. Immutable but for such notes; thread-safe.
 */
final class JsonSource {
    private final byte[] bytes;
    private final String file;
    private final boolean lenient;
    private volatile @Nullable Places places;
    private volatile @Nullable LineIndex lines;

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
        LineIndex index = lines();
        int end = Math.min(offset, bytes.length);
        int start = index.startOfLineAt(end);
        int text = Math.min(end, start + markLength(start));
        int column = index.charactersBefore(end) - index.charactersBefore(text) + 1;
        return new SourcePosition(file, index.line(end), column);
    }

    String line(int number) {
        return part(number, 1, Integer.MAX_VALUE);
    }

    /** Returns the characters of a line from one column to before another, both from 1. */
    String part(int line, int fromColumn, int toColumn) {
        LineIndex index = lines();
        int start = index.startOfLine(line);
        return line < 1 ? "" : index.part(start + markLength(start), fromColumn - 1, toColumn - 1);
    }

    /** Returns the number at a node exactly as it is written; one that is nearer to zero than a decimal can be as nearly zero. */
    BigDecimal decimal(int node, int nodeCount) {
        String text = numberText(places(nodeCount).values[node]);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException exponentBeyondInt) {
            return text.matches("-?0(\\.0*)?[eE].*") ? BigDecimal.ZERO : BigDecimal.valueOf(Double.MIN_VALUE);
        }
    }

    private String numberText(int start) {
        try {
            int end = JsonNumberScanner.scan(bytes, start, Integer.MAX_VALUE);
            return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
        } catch (JsonFault e) {
            throw new IllegalStateException("the text of " + file + " reads differently the second time", e);
        }
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

    private LineIndex lines() {
        LineIndex found = lines;
        if (found == null) {
            found = new LineIndex(bytes);
            lines = found;
        }
        return found;
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
