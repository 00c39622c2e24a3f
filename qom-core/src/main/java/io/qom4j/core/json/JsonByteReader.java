// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
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

    /** A name up to this length is compared byte by byte, which costs less than a call. */
    private static final int SHORT = 8;

    private static final int LOOKS = 256;
    private static final int SAFE_DIGITS = 18;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[] bytes;
    private final boolean lenient;
    private final JsonLimits limits;
    private final boolean keepDuplicates;
    private final JsonTape tape;
    private int at;

    /** How names are spelt in the text, by number; null for one that is not plain. */
    private byte[] @Nullable [] spellings = new byte[16][];

    /** The name that followed each name the last time, both as number plus one; 0 is the beginning of an object. */
    private int[] following = new int[17];

    /** The last name that looked so at a glance, as number plus one. */
    private final int[] byLooks = new int[LOOKS];

    private int previous;

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
            byte closer = inObject ? (byte) '}' : (byte) ']';
            byte c = next();
            if (c == ',' && !isFirst) {
                at++;
                c = next();
                if (c == closer && !lenient) {
                    return false;
                }
            } else if (c != closer && !isFirst) {
                return false;
            }
            if (c == closer) {
                at++;
                if (!close(inObject)) {
                    return false;
                }
                isFirst = false;
                inObject = tape.inObject();
            } else {
                if (inObject) {
                    if (!name(c)) {
                        return false;
                    }
                    c = next();
                }
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
            case 't' -> word(TRUE, JsonKind.TRUE);
            case 'f' -> word(FALSE, JsonKind.FALSE);
            case 'n' -> word(NULL, JsonKind.NULL);
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
        previous = 0;
        at++;
        return true;
    }

    private boolean close(boolean isObject) {
        int node = tape.end();
        return !isObject || keepDuplicates || !tape.endedUnsurely() || tape.duplicate(node, tape.size()) < 0;
    }

    private boolean word(byte[] word, JsonKind kind) {
        int end = at + word.length;
        if (end > bytes.length || !Arrays.equals(bytes, at, end, word, 0, word.length)) {
            return false;
        }
        tape.word(kind);
        at = end;
        return true;
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
        for (int i = start; i < bytes.length; i++) {
            byte c = bytes[i];
            if (c == quote) {
                return i;
            }
            if (c < ' ' || c == '\\') {
                return -1;
            }
        }
        return -1;
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
        int first = bytes[at] == '-' ? at + 1 : at;
        int i = first;
        long value = 0;
        while (i < bytes.length && i - first < SAFE_DIGITS && bytes[i] >= '0' && bytes[i] <= '9') {
            value = value * 10 + (bytes[i] - '0');
            i++;
        }
        byte after = i < bytes.length ? bytes[i] : NOTHING;
        boolean isLong = (after >= '0' && after <= '9') || after == '.' || (after | 0x20) == 'e';
        if (isLong || i == first || (bytes[first] == '0' && i - first > 1)) {
            return isLong && longNumber();
        }
        if ((tape.depth() == 0 && after == '/') || i - at > limits.maxNumberLength()) {
            return false;
        }
        tape.int64(first == at ? value : -value);
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

    private boolean name(byte quote) {
        if (quote != '"' && !(lenient && quote == '\'')) {
            return false;
        }
        int guess = following[previous];
        byte[] spelling = guess == 0 ? null : spellings[guess - 1];
        if (spelling != null) {
            int end = at + 1 + spelling.length;
            if (end < bytes.length && bytes[end] == quote && isAt(at + 1, spelling)) {
                tape.name(guess - 1);
                previous = guess;
                at = end + 1;
                return colon();
            }
        }
        return otherName(quote) && colon();
    }

    private boolean isAt(int start, byte[] spelling) {
        int length = spelling.length;
        if (length > SHORT) {
            return Arrays.equals(bytes, start, start + length, spelling, 0, length);
        }
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != spelling[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean otherName(byte quote) {
        int start = at + 1;
        int end = endOfPlain(start, quote);
        int looks = end <= start ? 0 : looks(start, end);
        int likely = byLooks[looks];
        if (likely != 0 && end > start && isSpelt(likely - 1, start, end)) {
            at = end + 1;
            named(likely - 1);
            return true;
        }
        String text;
        if (end < 0) {
            text = decoded();
        } else {
            text = JsonFound.ascii(bytes, start, end);
            at = end + 1;
        }
        if (text == null || text.length() > limits.maxStringLength()) {
            return false;
        }
        int number = tape.numberOf(text);
        if (number >= spellings.length) {
            spellings = Arrays.copyOf(spellings, 2 * number);
            following = Arrays.copyOf(following, 2 * number + 1);
        }
        if (spellings[number] == null && end >= 0 && text.indexOf('\'') < 0 && text.indexOf('"') < 0) {
            spellings[number] = Arrays.copyOfRange(bytes, start, end);
            byLooks[looks] = number + 1;
        }
        named(number);
        return true;
    }

    private void named(int number) {
        tape.name(number);
        following[previous] = number + 1;
        previous = number + 1;
    }

    private boolean isSpelt(int number, int start, int end) {
        byte[] spelling = spellings[number];
        return spelling != null && spelling.length == end - start && isAt(start, spelling);
    }

    /** Returns where a name of this first and last character and length is in {@link #byLooks}. */
    private int looks(int start, int end) {
        return (bytes[start] * 31 + bytes[end - 1] * 7 + end - start) & LOOKS - 1;
    }

    private boolean colon() {
        if (next() != ':') {
            return false;
        }
        at++;
        return true;
    }
}
