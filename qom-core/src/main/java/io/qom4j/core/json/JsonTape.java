// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A document under construction: values are appended in the order of the text.
 *
 * <p>Each value takes one entry in two parallel arrays. The head holds the kind in bits 0 to 3, in bit 4 whether a number was
 * written as an integer or a string is plain, and from bit 5 the number of the member's name plus one (0: no member). The
 * value holds the number's bits; for a string the start and the length (high and low half), in the text itself if it is plain,
 * which is ASCII without escapes, or else in the character pool; for a container the count of its
 * children and the entry after its last descendant.
 *
 * <p>The caller keeps to the grammar; nothing is checked here. Confined to one thread.
 */
final class JsonTape {
    static final int KIND_MASK = 0xf;
    static final int INTEGER_TEXT = 0x10;
    static final int PLAIN_STRING = 0x10;
    static final int NAME_SHIFT = 5;

    /** The heads of values that have no name. */
    static final int PLAIN_STRING_HEAD = JsonKind.STRING.code() | PLAIN_STRING;

    static final int INT64_HEAD = JsonKind.INT64.code() | INTEGER_TEXT;

    /** What {@link #seen} is if a name may be there twice. */
    static final long UNSURE = -1;

    private static final int SMALLEST = 64;

    private final JsonNames names = new JsonNames();
    private int[] heads;
    private long[] values;
    private int size;
    private char[] chars = new char[256];
    private int charCount;
    private int nameBits;
    private int[] open = new int[16];
    private int depth;

    /** How many children the innermost open container has, and those around it before it. */
    private int count;

    private int[] counts = new int[16];

    /** The same for a bit for each of the first 64 names that a container has; all bits if a name may be there twice. */
    private long seen;

    private long[] outerSeen = new long[16];

    private boolean endedUnsurely;

    private boolean mayRepeat;
    private int[] lastUse = new int[16];
    private int searches;

    JsonTape() {
        this(0);
    }

    /** Makes a tape that has room for so many values at first. */
    JsonTape(int capacity) {
        heads = new int[Math.max(capacity, SMALLEST)];
        values = new long[Math.max(capacity, SMALLEST)];
    }

    /** Returns how many containers are open. */
    int depth() {
        return depth;
    }

    /** Returns how many values were appended. */
    int size() {
        return size;
    }

    /** Tells whether the innermost open container is an object. */
    boolean inObject() {
        return depth > 0 && (heads[open[depth - 1]] & KIND_MASK) == JsonKind.OBJECT.code();
    }

    /** Gives the next value its member name. */
    void name(String name) {
        name(numberOf(name));
    }

    /** Gives the next value the member name that has this number. */
    void name(int number) {
        long bit = 1L << number;
        seen = number >= Long.SIZE || (seen & bit) != 0 ? UNSURE : seen | bit;
        nameBits = (number + 1) << NAME_SHIFT;
    }

    /** Returns the number of a name. */
    int numberOf(String name) {
        return names.number(name);
    }

    void begin(JsonKind container) {
        append(container.code(), 0);
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
            counts = Arrays.copyOf(counts, 2 * depth);
            outerSeen = Arrays.copyOf(outerSeen, 2 * depth);
        }
        open[depth] = size - 1;
        counts[depth] = count;
        outerSeen[depth] = seen;
        depth++;
        count = 0;
        seen = 0;
    }

    /** Closes the innermost container and returns its entry. */
    int end() {
        int node = open[--depth];
        endedUnsurely = seen == UNSURE;
        mayRepeat |= endedUnsurely;
        values[node] = pack(count, size);
        count = counts[depth];
        seen = outerSeen[depth];
        return node;
    }

    /** Tells whether the container that was closed last may have two members of one name; if not, it surely has not. */
    boolean endedUnsurely() {
        return endedUnsurely;
    }

    void string(char[] source, int from, int length) {
        if (chars.length - charCount < length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, charCount + length));
        }
        System.arraycopy(source, from, chars, charCount, length);
        append(JsonKind.STRING.code(), pack(charCount, length));
        charCount += length;
    }

    void string(String value) {
        int length = value.length();
        if (chars.length - charCount < length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, charCount + length));
        }
        value.getChars(0, length, chars, charCount);
        append(JsonKind.STRING.code(), pack(charCount, length));
        charCount += length;
    }

    /** Appends a string that stands in the text as it is, in ASCII. */
    void plainString(int from, int length) {
        append(PLAIN_STRING_HEAD, pack(from, length));
    }

    void int64(long value) {
        append(INT64_HEAD, value);
    }

    /** Appends an unsigned integer above 2^63-1. */
    void uint64(long value) {
        append(JsonKind.UINT64.code() | INTEGER_TEXT, value);
    }

    void real(double value, boolean integerText) {
        append(JsonKind.REAL.code() | (integerText ? INTEGER_TEXT : 0), Double.doubleToRawLongBits(value));
    }

    /** Appends true, false or null. */
    void word(JsonKind kind) {
        append(kind.code(), 0);
    }

    /**
     * Returns the first member of an object, between it and {@code end}, whose name came before; -1 if all differ. Children
     * without a name, which only a faulty text can have, do not count.
     */
    int duplicate(int object, int end) {
        if (lastUse.length < names.size()) {
            lastUse = Arrays.copyOf(lastUse, 2 * names.size());
        }
        searches++;
        for (int child = object + 1; child < end; child = next(child)) {
            int name = (heads[child] >>> NAME_SHIFT) - 1;
            if (name >= 0) {
                if (lastUse[name] == searches) {
                    return child;
                }
                lastUse[name] = searches;
            }
        }
        return -1;
    }

    /** Tells whether an open object has two finished members of one name. */
    boolean openDuplicate() {
        for (int i = 0; i < depth; i++) {
            int end = i + 1 < depth ? open[i + 1] : size;
            if ((heads[open[i]] & KIND_MASK) == JsonKind.OBJECT.code() && duplicate(open[i], end) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Makes room for one more value at the least. */
    void room() {
        if (size == heads.length) {
            heads = Arrays.copyOf(heads, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
    }

    /** Returns where heads are put, until the tape grows. */
    int[] heads() {
        return heads;
    }

    /** Returns where values are put, until the tape grows. */
    long[] values() {
        return values;
    }

    /** Returns a bit for each name that the innermost open object has; see {@link JsonLead#bit}. */
    long seen() {
        return seen;
    }

    /** Takes over single values that were put behind the others, as members of the innermost object, which then has these names. */
    void took(int newSize, long nowSeen) {
        count += newSize - size;
        size = newSize;
        seen = nowSeen;
    }

    JsonDocument finish(@Nullable JsonSource source) {
        if (depth != 0 || size == 0) {
            throw new IllegalStateException("the document is not complete");
        }
        return new JsonDocument(heads, values, size, chars, names, mayRepeat, source);
    }

    private int next(int node) {
        return JsonKind.isContainer(heads[node] & KIND_MASK) ? (int) values[node] : node + 1;
    }

    private void append(int head, long value) {
        room();
        heads[size] = head | nameBits;
        values[size] = value;
        size++;
        nameBits = 0;
        count++;
    }

    /** Returns two halves of a value as one. */
    static long pack(int high, int low) {
        return (long) high << Integer.SIZE | low;
    }
}
