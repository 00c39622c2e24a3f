// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a JSON text that finds where each name and value begins, or the first fault.
 *
 * <p>Documents are read by Jackson, which is fast but tells faults in its own words; this second, slower reading is done only
 * when a place or a fault is asked for. It knows two grammars: strict is RFC 8259 with finite numbers, well-formed UTF-8 and
 * paired surrogates; lenient adds comments, trailing commas and single quotes.
 *
 * <p>Confined to one call.
 */
final class JsonScanner {
    /** What is told of the places found, in the order of the text. */
    interface Listener {
        /** Takes no notice. */
        Listener NONE = new Listener() {};

        /** A member name begins here; its value is the next to come. */
        default void name(int offset) {}

        /** A value begins here. */
        default void value(int offset) {}
    }

    private final byte[] bytes;
    private final boolean lenient;
    private final JsonLimits limits;
    private final Listener listener;
    private int at;
    private int[] openings = new int[16];
    private int depth;
    private int count;

    private JsonScanner(JsonSource source, JsonLimits limits, Listener listener) {
        this.bytes = source.bytes();
        this.lenient = source.lenient();
        this.limits = limits;
        this.listener = listener;
        this.at = source.markLength(0);
    }

    /** Walks over a text; returns its first fault, or null if it has none. */
    static @Nullable JsonFault scan(JsonSource source, JsonLimits limits, Listener listener) {
        try {
            new JsonScanner(source, limits, listener).document();
            return null;
        } catch (JsonFault fault) {
            return fault;
        }
    }

    private void document() throws JsonFault {
        skipBlanks();
        if (at == bytes.length) {
            throw new JsonFault(at, "expected a value, found an empty document");
        }
        boolean first = value();
        while (depth > 0) {
            skipBlanks();
            byte closer = closer();
            if (peek() != closer && (first || comma(closer))) {
                if (closer == '}') {
                    name();
                }
                first = value();
            } else {
                at++;
                depth--;
                first = false;
            }
        }
        skipBlanks();
        if (at < bytes.length) {
            throw new JsonFault(at, "expected the end of the document, found " + found());
        }
    }

    /** Reads the comma between children; returns false if only the closing bracket follows it. */
    private boolean comma(byte closer) throws JsonFault {
        if (peek() != ',') {
            throw fault("expected ',' or '" + (char) closer + "', found " + found());
        }
        int comma = at++;
        skipBlanks();
        if (peek() != closer) {
            return true;
        }
        if (!lenient) {
            throw new JsonFault(comma, "a comma must not stand before '" + (char) closer + "'");
        }
        return false;
    }

    private void name() throws JsonFault {
        if (!isQuote(peek())) {
            throw fault("expected a member name in double quotes, found " + found());
        }
        listener.name(at);
        at = JsonStringScanner.scan(bytes, at, lenient, limits.maxStringLength());
        skipBlanks();
        if (peek() != ':') {
            throw fault("expected ':' after the member name, found " + found());
        }
        at++;
        skipBlanks();
    }

    /** Reads a scalar or the beginning of a container; returns whether it was the latter. */
    private boolean value() throws JsonFault {
        byte c = peek();
        listener.value(at);
        if (++count > limits.maxValues()) {
            throw new JsonFault(at, "the document has more than " + limits.maxValues() + " values");
        }
        if (c == '{' || c == '[') {
            open();
            return true;
        }
        if (isQuote(c)) {
            at = JsonStringScanner.scan(bytes, at, lenient, limits.maxStringLength());
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            at = JsonNumberScanner.scan(bytes, at, limits.maxNumberLength());
            if (depth == 0 && peek() == '/') {
                throw fault("expected white space after the number, found '/'");
            }
        } else {
            word(c);
        }
        return false;
    }

    private void open() throws JsonFault {
        if (depth == limits.maxDepth()) {
            throw new JsonFault(
                    at, "arrays and objects stand more than " + limits.maxDepth() + " deep inside each other");
        }
        if (depth == openings.length) {
            openings = Arrays.copyOf(openings, 2 * depth);
        }
        openings[depth++] = at++;
    }

    private void word(byte c) throws JsonFault {
        int end = at;
        while (end < bytes.length && JsonFound.isWord(bytes[end])) {
            end++;
        }
        String word = JsonFound.ascii(bytes, at, end);
        if (!word.equals("true") && !word.equals("false") && !word.equals("null")) {
            throw fault(wordProblem(c, word));
        }
        at = end;
    }

    private String wordProblem(byte c, String word) {
        return switch (c) {
            case '\'' -> "strings stand in double quotes, not single ones";
            case '/', '#' -> "expected a value, found " + found() + "; there are no comments in strict JSON";
            case '+' -> "a number must not begin with '+'";
            case '.' -> "a number must not begin with '.'; write a 0 before it";
            default -> "expected a value, found " + found() + JsonFound.advice(word);
        };
    }

    private void skipBlanks() throws JsonFault {
        while (at < bytes.length) {
            byte c = bytes[at];
            byte next = at + 1 < bytes.length ? bytes[at + 1] : 0;
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else if (lenient && c == '/' && next == '/') {
                skipLine();
            } else if (lenient && c == '/' && next == '*') {
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipLine() throws JsonFault {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            requirePrintable();
            at++;
        }
    }

    private void skipComment() throws JsonFault {
        int start = at;
        for (at += 2; at + 1 < bytes.length; at++) {
            if (bytes[at] == '*' && bytes[at + 1] == '/') {
                at += 2;
                return;
            }
            requirePrintable();
        }
        throw new JsonFault(start, "the comment that begins here is not closed");
    }

    private void requirePrintable() throws JsonFault {
        byte c = bytes[at];
        if (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            throw new JsonFault(at, String.format("a control character (U+%04X) must not stand in a comment", c));
        }
    }

    private boolean isQuote(byte c) {
        return c == '"' || (lenient && c == '\'');
    }

    /** Returns the byte at hand, or 0 at the end of the text. */
    private byte peek() {
        return at < bytes.length ? bytes[at] : 0;
    }

    private byte closer() {
        return bytes[openings[depth - 1]] == '{' ? (byte) '}' : (byte) ']';
    }

    private String found() {
        return JsonFound.describe(bytes, at);
    }

    /** Makes a fault at the byte at hand; at the end of the text the bracket that was left open is to blame. */
    private JsonFault fault(String problem) {
        if (at < bytes.length || depth == 0) {
            return new JsonFault(at, problem);
        }
        int opening = openings[depth - 1];
        return new JsonFault(
                opening, "the '" + (char) bytes[opening] + "' that begins here is not closed: the document ends");
    }
}
