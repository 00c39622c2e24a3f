// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a faultless text into a tape, straight from its bytes: the hot path of loading.
 *
 * <p>It knows that the text will be looked at only in parts. A plain string becomes a place in the text and is made into a
 * {@link String} when somebody asks; members that look like earlier ones are read by {@link JsonMembers}. What is not plain goes to the
 * scanners, which also are the grammar: an escape, a character beyond ASCII, a number with a point. Where the text has a
 * fault this reader gives up without a word, and {@link JsonTapeReader} finds out what is wrong.
 *
 * <p>Confined to one call.
 */
final class JsonByteReader {
    /** Stands for the end of the text and for what must not stand there. */
    private static final byte NOTHING = 0;

    /** How much of a text is looked at to guess how many values it has. */
    private static final int SAMPLE = 1 << 12;

    private static final int MOST_PRESIZED = 1 << 24;

    private final byte[] bytes;
    private final boolean lenient;
    private final JsonLimits limits;
    private final boolean keepDuplicates;
    private final JsonTape tape;
    private final JsonMembers members;
    private int at;

    private JsonByteReader(JsonSource source, JsonLimits limits, boolean keepDuplicates) {
        this.bytes = source.bytes();
        this.lenient = source.lenient();
        this.limits = limits;
        this.keepDuplicates = keepDuplicates;
        this.tape = new JsonTape(guessValues(bytes));
        this.members = new JsonMembers(bytes, limits, tape);
        this.at = source.markLength(0);
    }

    /** Returns about how many values a text has, judged by its beginning: nearly each has a comma behind it or is a container. */
    private static int guessValues(byte[] text) {
        int sample = Math.min(text.length, SAMPLE);
        int values = 1;
        for (int i = 0; i < sample; i++) {
            byte c = text[i];
            values += c == ',' || c == '{' || c == '[' ? 1 : 0;
        }
        long all = (long) values * text.length / Math.max(sample, 1);
        return (int) Math.min(all + all / 32, MOST_PRESIZED);
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
            boolean isKnown = false;
            if (inObject) {
                int behind = members.read(at, isFirst);
                isFirst &= behind == at;
                at = members.lead(behind, isFirst);
                isKnown = at > behind;
            }
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
            members.learn(start, at, isFirst, name);
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
            case 't' -> word(JsonWords.TRUE, 4, JsonKind.TRUE);
            case 'f' -> word(JsonWords.FALSE, 5, JsonKind.FALSE);
            case 'n' -> word(JsonWords.NULL, 4, JsonKind.NULL);
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
        members.opened();
        at++;
        return true;
    }

    private boolean close(boolean isObject) {
        int node = tape.end();
        members.closed();
        return !isObject || keepDuplicates || !tape.endedUnsurely() || tape.duplicate(node, tape.size()) < 0;
    }

    private boolean word(long word, int length, JsonKind kind) {
        if (!JsonWords.begins(JsonWords.near(bytes, at), word, length)) {
            return false;
        }
        tape.word(kind);
        at += length;
        return true;
    }

    private boolean string() {
        int start = at + 1;
        int end = JsonWords.endOfPlain(bytes, start, bytes[at]);
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
            long word = JsonWords.near(bytes, i);
            digits = JsonWords.digits(word);
            value = JsonWords.append(value, digits, word);
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
        int end = JsonWords.endOfPlain(bytes, start, quote);
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
