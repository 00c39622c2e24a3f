// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a faultless text into a tape, straight from its bytes: the hot path of loading.
 *
 * <p>It knows that the text will be looked at only in parts. A plain string becomes a place in the text and is made into a
 * {@link String} when somebody asks; a member's name is guessed to be the one that followed the last name before, which in a
 * list of objects of one type is nearly always right, and then compared instead of looked up. What is not plain goes to the
 * scanners, which also are the grammar: an escape, a character beyond ASCII, a number with a point. Where the text has a
 * fault this reader gives up without a word, and {@link JsonTapeReader} finds out what is wrong.
 *
 * <p>Confined to one call.
 */
final class JsonByteReader {
    /** Stands for the end of the text and for what must not stand there. */
    private static final byte NOTHING = 0;

    /** A tape that has room for a value in so many bytes takes as much memory as the text. */
    private static final int BYTES_FOR_A_VALUE = 12;

    private static final int MOST_PRESIZED = 1 << 24;

    /** The places for leads by their looks are two to this power. */
    private static final int LOOKS_BITS = 8;

    /** Spreads the bytes that tell leads apart over the highest bits of a product. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long EACH_HIGH_BIT = 0x8080808080808080L;
    private static final long TRUE = word("true");
    private static final long FALSE = word("false");
    private static final long NULL = word("null");
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private final byte[] bytes;
    private final boolean lenient;
    private final JsonLimits limits;
    private final boolean keepDuplicates;
    private final JsonTape tape;
    private int at;

    /** The lead that was known last to look so, those of first members behind all others. */
    private final @Nullable JsonLead[] byLooks = new JsonLead[2 << LOOKS_BITS];

    /** Stand before the first member of an object, and behind a member that holds others. */
    private final JsonLead opening = new JsonLead();

    private final JsonLead closing = new JsonLead();

    private JsonLead last = closing;

    private static long word(String text) {
        return JsonLead.word(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), Long.BYTES), 0);
    }

    private JsonByteReader(JsonSource source, JsonLimits limits, boolean keepDuplicates) {
        this.bytes = source.bytes();
        this.lenient = source.lenient();
        this.limits = limits;
        this.keepDuplicates = keepDuplicates;
        this.tape = new JsonTape(Math.min(bytes.length / BYTES_FOR_A_VALUE, MOST_PRESIZED));
        this.at = source.markLength(0);
    }

    /** Returns the document, or null if there is anything wrong with the text. */
    static @Nullable JsonDocument read(JsonSource source, JsonLimits limits, boolean keepDuplicates) {
        JsonByteReader reader = new JsonByteReader(source, limits, keepDuplicates);
        return reader.document() ? reader.tape.finish(source) : null;
    }

    private boolean document() {
        if (!value(next())) {
            return false;
        }
        boolean isFirst = true;
        boolean inObject = tape.inObject();
        while (tape.depth() > 0) {
            boolean isKnown = inObject && lead(isFirst);
            byte c = isKnown ? next() : separator(inObject, isFirst);
            if (c == NOTHING) {
                return false;
            }
            if (!isKnown && c == (inObject ? '}' : ']')) {
                at++;
                if (!close(inObject)) {
                    return false;
                }
                isFirst = false;
                inObject = tape.inObject();
            } else {
                if (!value(c)) {
                    return false;
                }
                isFirst = c == '{' || c == '[';
                inObject = isFirst ? c == '{' : inObject;
            }
        }
        next();
        return at == bytes.length;
    }

    /** Goes to the value of the next member if what stands before it is known from an earlier one. */
    private boolean lead(boolean isFirst) {
        if (at + JsonLead.LONGEST >= bytes.length || bytes[at] == '}') {
            return false;
        }
        JsonLead lead = last.next;
        if (lead == null || !lead.isAt(bytes, at)) {
            lead = byLooks[looks(at, isFirst)];
            if (lead == null || !lead.isAt(bytes, at)) {
                return false;
            }
            last.next = lead;
        }
        tape.name(lead.name);
        last = lead;
        at += lead.length;
        return true;
    }

    /** Returns the place in {@link #byLooks} of what begins so. */
    private int looks(int start, boolean isFirst) {
        int looks = (int) ((JsonLead.word(bytes, start) * SPREAD) >>> (Long.SIZE - LOOKS_BITS));
        return isFirst ? looks + (1 << LOOKS_BITS) : looks;
    }

    /** Remembers what stands between a place and the value of a member. */
    private void learn(int start, boolean isFirst, int name) {
        int length = at - start;
        if (length <= JsonLead.LONGEST && start + JsonLead.LONGEST < bytes.length) {
            JsonLead lead = new JsonLead(bytes, start, length, name);
            byLooks[looks(start, isFirst)] = lead;
            last.next = lead;
            last = lead;
        } else {
            last = closing;
        }
    }

    /**
     * Reads what stands before the next value of a container, a member's name included, and returns the value's first byte, or
     * what closes the container; {@link #NOTHING} if neither is there.
     */
    private byte separator(boolean inObject, boolean isFirst) {
        int start = at;
        byte closer = inObject ? (byte) '}' : (byte) ']';
        byte c = next();
        if (c == ',' && !isFirst) {
            at++;
            c = next();
            if (c == closer) {
                return lenient ? closer : NOTHING;
            }
        } else if (c == closer || !isFirst) {
            return c == closer ? c : NOTHING;
        }
        if (inObject) {
            int name = name(c);
            if (name < 0) {
                return NOTHING;
            }
            c = next();
            learn(start, isFirst, name);
            return c == closer ? NOTHING : c;
        }
        return c;
    }

    /** Returns the byte after blanks and comments, which is at hand then. */
    private byte next() {
        while (at < bytes.length) {
            byte c = bytes[at];
            if (c > ' ' && c != '/') {
                return c;
            }
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else if (c != '/' || !lenient) {
                return c;
            } else if (!comment()) {
                return NOTHING;
            }
        }
        return NOTHING;
    }

    private boolean comment() {
        byte second = at + 1 < bytes.length ? bytes[at + 1] : NOTHING;
        if (second != '/' && second != '*') {
            return false;
        }
        for (int i = at + 2; i < bytes.length; i++) {
            byte c = bytes[i];
            if (second == '/' ? c == '\n' || c == '\r' : c == '*' && i + 1 < bytes.length && bytes[i + 1] == '/') {
                at = second == '/' ? i : i + 2;
                return true;
            }
            int length = Utf8.sequenceLength(bytes, i);
            if (length == 0 || (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
                return false;
            }
            i += length - 1;
        }
        if (second == '*') {
            return false;
        }
        at = bytes.length;
        return true;
    }

    private boolean value(byte c) {
        boolean isRead = switch (c) {
            case '{' -> open(JsonKind.OBJECT);
            case '[' -> open(JsonKind.ARRAY);
            case '"' -> string();
            case '\'' -> lenient && string();
            case 't' -> word(TRUE, 4, JsonKind.TRUE);
            case 'f' -> word(FALSE, 5, JsonKind.FALSE);
            case 'n' -> word(NULL, 4, JsonKind.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> false;
        };
        return isRead && tape.size() <= limits.maxValues();
    }

    private boolean open(JsonKind container) {
        if (tape.depth() == limits.maxDepth()) {
            return false;
        }
        tape.begin(container);
        last = opening;
        at++;
        return true;
    }

    private boolean close(boolean isObject) {
        int node = tape.end();
        last = closing;
        return !isObject || keepDuplicates || !tape.endedUnsurely() || tape.duplicate(node, tape.size()) < 0;
    }

    private boolean word(long word, int length, JsonKind kind) {
        if ((wordAt(at) ^ word) << (Long.SIZE - length * Byte.SIZE) != 0) {
            return false;
        }
        tape.word(kind);
        at += length;
        return true;
    }

    /** Returns the eight bytes from a place on, the first one lowest; zeroes behind the end of the text. */
    private long wordAt(int place) {
        return place + Long.BYTES <= bytes.length ? JsonLead.word(bytes, place) : lastWord(place);
    }

    private long lastWord(int place) {
        long word = 0;
        for (int i = bytes.length - 1; i >= place; i--) {
            word = (word << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return word;
    }

    private boolean string() {
        int start = at + 1;
        int end = endOfPlain(start, bytes[at]);
        if (end < 0) {
            String text = decoded();
            if (text == null) {
                return false;
            }
            tape.string(text);
            return true;
        }
        tape.plainString(start, end - start);
        at = end + 1;
        return end - start <= limits.maxStringLength();
    }

    /** Returns where the closing quote of a string is, or -1 if there is anything but plain characters before it. */
    private int endOfPlain(int start, byte quote) {
        long quotes = quote * EACH_BYTE;
        for (int i = start; i < bytes.length; i += Long.BYTES) {
            long word = wordAt(i);
            long stops = (zeroes(word ^ quotes)
                            | zeroes(word ^ '\\' * EACH_BYTE)
                            | ((word - ' ' * EACH_BYTE) & ~word)
                            | word)
                    & EACH_HIGH_BIT;
            if (stops != 0) {
                int stop = i + Long.numberOfTrailingZeros(stops) / Byte.SIZE;
                return stop < bytes.length && bytes[stop] == quote ? stop : -1;
            }
        }
        return -1;
    }

    /** Returns a word whose lowest set high bit of a byte is that of the lowest byte that is zero. */
    private static long zeroes(long word) {
        return (word - EACH_BYTE) & ~word;
    }

    /** Reads a string of whatever characters; returns null if it has a fault. */
    private @Nullable String decoded() {
        int start = at + 1;
        try {
            at = JsonStringScanner.scan(bytes, at, lenient, limits.maxStringLength());
        } catch (JsonFault fault) {
            // The whole text is read again by those who have words for it.
            return null;
        }
        return JsonStringScanner.decode(bytes, start, at - 1);
    }

    private boolean number() {
        boolean isNegative = bytes[at] == '-';
        int first = isNegative ? at + 1 : at;
        int i = first;
        long value = 0;
        int digits;
        do {
            long word = wordAt(i) ^ '0' * EACH_BYTE;
            digits = Long.numberOfTrailingZeros(((word + (0x80 - 10) * EACH_BYTE) | word) & EACH_HIGH_BIT) / Byte.SIZE;
            value = value * POWERS_OF_TEN[digits] + eight(digits, word);
            i += digits;
        } while (digits == Long.BYTES && i - first <= Long.BYTES);
        if (i == first) {
            return false;
        }
        byte after = i < bytes.length ? bytes[i] : NOTHING;
        if (digits == Long.BYTES || after == '.' || (after | 0x20) == 'e' || (bytes[first] == '0' && i - first > 1)) {
            return longNumber();
        }
        if ((tape.depth() == 0 && after == '/') || i - at > limits.maxNumberLength()) {
            return false;
        }
        tape.int64(isNegative ? -value : value);
        at = i;
        return true;
    }

    /** Returns the number that the lowest bytes of a word are the digits of, the lowest byte being the first digit. */
    private static long eight(int digits, long word) {
        long all = digits == 0 ? 0 : word << (Long.SIZE - digits * Byte.SIZE);
        long pairs = all * 10 + (all >>> 8);
        long mask = 0x0000_00ff_0000_00ffL;
        return ((pairs & mask) * 0x000f_4240_0000_0064L + ((pairs >>> 16) & mask) * 0x0000_2710_0000_0001L) >>> 32;
    }

    /** Reads a number with a point, an exponent or many digits. */
    private boolean longNumber() {
        int start = at;
        try {
            at = JsonNumberScanner.scan(bytes, at, limits.maxNumberLength());
        } catch (JsonFault fault) {
            // The whole text is read again by those who have words for it.
            return false;
        }
        String text = JsonFound.ascii(bytes, start, at);
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            tape.real(Double.parseDouble(text), false);
        } else {
            ParsedNumber signed = IntegerText.int64(text);
            ParsedNumber unsigned = IntegerText.unsigned(text);
            if (signed.isOk()) {
                tape.int64(signed.value());
            } else if (unsigned.isOk()) {
                tape.uint64(unsigned.value());
            } else {
                tape.real(Double.parseDouble(text), true);
            }
        }
        return tape.depth() > 0 || at == bytes.length || bytes[at] != '/';
    }

    /** Reads a name and the colon behind it; returns its number, or -1. */
    private int name(byte quote) {
        if (quote != '"' && !(lenient && quote == '\'')) {
            return -1;
        }
        int start = at + 1;
        int end = endOfPlain(start, quote);
        String text;
        if (end < 0) {
            text = decoded();
        } else {
            text = JsonFound.ascii(bytes, start, end);
            at = end + 1;
        }
        if (text == null || text.length() > limits.maxStringLength() || next() != ':') {
            return -1;
        }
        at++;
        int number = tape.numberOf(text);
        tape.name(number);
        return number;
    }
}
