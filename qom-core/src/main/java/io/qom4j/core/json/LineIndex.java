// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.nio.charset.StandardCharsets;

/**
 * Where the lines and characters of a text in UTF-8 stand, so that a place far into a large text costs no walk from its
 * beginning.
 *
 * <p>For each block of the text it keeps how many line ends and characters come before it, and where the line begins in which
 * the block does. Immutable.
 */
final class LineIndex {
    private static final int BLOCK = 1 << 14;

    private final byte[] bytes;
    private final int[] lineEnds;
    private final int[] characters;
    private final int[] lineStarts;

    LineIndex(byte[] bytes) {
        this.bytes = bytes;
        int blocks = bytes.length / BLOCK + 1;
        lineEnds = new int[blocks];
        characters = new int[blocks];
        lineStarts = new int[blocks];
        int ends = 0;
        int passed = 0;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (i % BLOCK == 0) {
                note(i / BLOCK, ends, passed, start);
            }
            if (bytes[i] == '\n') {
                ends++;
                start = i + 1;
            }
            passed += isFirst(bytes[i]) ? 1 : 0;
        }
        if (bytes.length % BLOCK == 0) {
            note(blocks - 1, ends, passed, start);
        }
    }

    private void note(int block, int ends, int passed, int start) {
        lineEnds[block] = ends;
        characters[block] = passed;
        lineStarts[block] = start;
    }

    private static boolean isFirst(byte unit) {
        return (unit & 0xc0) != 0x80;
    }

    /** Returns the number, from 1, of the line that holds a byte. */
    int line(int offset) {
        int line = lineEnds[offset / BLOCK] + 1;
        for (int i = offset / BLOCK * BLOCK; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Returns the offset at which the line begins that holds a byte. */
    int startOfLineAt(int offset) {
        int block = offset / BLOCK * BLOCK;
        for (int i = offset; i > block; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return lineStarts[offset / BLOCK];
    }

    /** Returns the offset at which a line begins, from 1; the length of the text if it has fewer. */
    int startOfLine(int line) {
        if (line <= 1) {
            return 0;
        }
        int left = line - 1;
        int block = lastBelow(lineEnds, left);
        left -= lineEnds[block];
        for (int i = block * BLOCK; i < bytes.length; i++) {
            if (bytes[i] == '\n' && --left == 0) {
                return i + 1;
            }
        }
        return bytes.length;
    }

    /** Returns how many characters come before a byte. */
    int charactersBefore(int offset) {
        int passed = characters[offset / BLOCK];
        for (int i = offset / BLOCK * BLOCK; i < offset; i++) {
            passed += isFirst(bytes[i]) ? 1 : 0;
        }
        return passed;
    }

    /**
     * Returns a part of a line.
     *
     * @param start the offset at which the line's text begins
     * @param from how many of its characters come before the part
     * @param to how many come before what follows the part
     */
    String part(int start, int from, int to) {
        int before = charactersBefore(start);
        int begin = offsetOf(before + from, start);
        if (startOfLineAt(begin) > start) {
            return "";
        }
        int end = begin;
        for (int left = to - from; end < bytes.length && bytes[end] != '\n'; end++) {
            if (isFirst(bytes[end]) && left-- == 0) {
                break;
            }
        }
        if (end > begin && bytes[end - 1] == '\r' && (end == bytes.length || bytes[end] == '\n')) {
            end--;
        }
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }

    /** Returns the offset of a character, which must not come before an offset. */
    private int offsetOf(int character, int atLeast) {
        int block = lastBelow(characters, character + 1);
        int left = character - characters[block];
        for (int i = block * BLOCK; i < bytes.length; i++) {
            if (isFirst(bytes[i]) && left-- == 0) {
                return Math.max(i, atLeast);
            }
        }
        return bytes.length;
    }

    /** Returns the last block before which there are fewer than a number. */
    private static int lastBelow(int[] counts, int number) {
        int low = 0;
        int high = counts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (counts[middle] < number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
