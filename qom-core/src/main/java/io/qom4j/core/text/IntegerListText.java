// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import java.util.Arrays;

/**
 * Lists of integers as text: {@code 0-3,8,5}.
 *
 * <pre>
 * list = [ item { "," item } [","] ]
 * item = integer [ "-" integer ]        integers as in {@link IntegerText}
 * </pre>
 *
 * <p>A range runs upwards and has at most {@value #LONGEST_RANGE} elements. Items keep their order and repeats.
 *
 * <p>An instance walks over one list and is confined to one thread. QEMU: qapi/string-input-visitor.c.
 */
public final class IntegerListText {
    /** The largest number of elements that one range may have. */
    public static final int LONGEST_RANGE = 65536;

    private final String text;
    private int at;
    private boolean inRange;
    private boolean rangeSigned;
    private long next;
    private long last;

    /** Starts before the first element. */
    public IntegerListText(String text) {
        this.text = text;
    }

    /** Tells whether there is another element, or text that should be one. */
    public boolean hasNext() {
        return inRange || at < text.length();
    }

    /**
     * Reads the next element.
     *
     * @param signed whether the element is to fit int64, else uint64 (with minus signs modulo 2^64)
     * @return the element; not OK if the text at hand is no item, or a range was begun with the other signedness
     */
    public ParsedNumber next(boolean signed) {
        if (inRange) {
            return signed == rangeSigned ? ParsedNumber.ok(step(), at) : ParsedNumber.invalid(at);
        }
        ParsedNumber first = scan(at, signed);
        if (!first.isOk() || first.end() == text.length()) {
            at = first.isOk() ? first.end() : at;
            return first;
        }
        if (text.charAt(first.end()) == ',') {
            at = first.end() + 1;
            return first;
        }
        if (text.charAt(first.end()) != '-') {
            return ParsedNumber.invalid(first.end());
        }
        return range(first.value(), scan(first.end() + 1, signed), signed);
    }

    /**
     * Prints integers as a list of ranges, ascending and merged, without repeats.
     *
     * @param hex whether to print {@code 0x…}, negative numbers as their 64 bits
     */
    public static String format(long[] values, boolean hex) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        var out = new StringBuilder();
        for (int i = 0; i < sorted.length; ) {
            long start = sorted[i];
            long end = start;
            for (i++; i < sorted.length && (sorted[i] == end || sorted[i] - 1 == end); i++) {
                end = sorted[i];
            }
            if (!out.isEmpty()) {
                out.append(',');
            }
            out.append(number(start, hex));
            if (end != start) {
                out.append('-').append(number(end, hex));
            }
        }
        return out.toString();
    }

    private static String number(long value, boolean hex) {
        return hex ? "0x" + Long.toHexString(value) : Long.toString(value);
    }

    private ParsedNumber scan(int from, boolean signed) {
        return signed ? IntegerText.scanInt64(text, from) : IntegerText.scanUint64(text, from);
    }

    private ParsedNumber range(long start, ParsedNumber end, boolean signed) {
        if (!end.isOk()) {
            return end;
        }
        boolean closed = end.end() == text.length() || text.charAt(end.end()) == ',';
        int order = signed ? Long.compare(start, end.value()) : Long.compareUnsigned(start, end.value());
        if (!closed || order > 0 || Long.compareUnsigned(end.value() - start, LONGEST_RANGE) >= 0) {
            return ParsedNumber.invalid(end.end());
        }
        at = Math.min(end.end() + 1, text.length());
        inRange = true;
        rangeSigned = signed;
        next = start;
        last = end.value();
        return ParsedNumber.ok(step(), at);
    }

    private long step() {
        inRange = next != last;
        return next++;
    }
}
