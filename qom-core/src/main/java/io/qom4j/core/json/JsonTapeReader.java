// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One reading of a text into a tape.
 *
 * <p>{@link JsonByteReader} reads what has no fault. Whatever it does not take is read here by Jackson, which has the last word
 * on what is legal; places and messages are left to {@link JsonScanner}.
 * Confined to one call.
 */
final class JsonTapeReader {
    /** Thrown where the text holds what Jackson lets pass and we do not; the scanner then finds the place and the words. */
    private static final class Suspicion extends Exception {
        private static final long serialVersionUID = 1L;

        Suspicion(String problem) {
            super(problem, null, false, false);
        }
    }

    private final JsonFactory factory;
    private final JsonSource source;
    private final JsonLimits limits;
    private final boolean keepDuplicates;
    private final JsonTape tape = new JsonTape();

    JsonTapeReader(JsonFactory factory, JsonSource source, JsonLimits limits, boolean keepDuplicates) {
        this.factory = factory;
        this.source = source;
        this.limits = limits;
        this.keepDuplicates = keepDuplicates;
    }

    JsonDocument read() {
        JsonDocument faultless = JsonByteReader.read(source, limits, keepDuplicates);
        return faultless != null ? faultless : readByJackson();
    }

    /** Reads a text that may have faults. */
    JsonDocument readByJackson() {
        byte[] bytes = source.bytes();
        int start = source.markLength(0);
        if (!looksLikeUtf8(bytes)) {
            throw source.refusal(0, "the document is not UTF-8");
        }
        if (!Utf8.isWellFormed(bytes)) {
            throw diagnose(new Suspicion("malformed UTF-8"));
        }
        int twice = -1;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, start, bytes.length - start)) {
            twice = readAll(parser);
        } catch (JacksonException | Suspicion cause) {
            throw diagnose(cause);
        }
        JsonDocument document = tape.finish(source);
        if (twice >= 0) {
            throw duplicate(document, twice);
        }
        return document;
    }

    /** Reads everything; returns the first member whose name came before in its object, or -1. */
    private int readAll(JsonParser parser) throws Suspicion {
        int twice = -1;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new Suspicion("the document ends");
            }
            switch (token) {
                case PROPERTY_NAME -> name(parser.currentName());
                case START_OBJECT -> tape.begin(JsonKind.OBJECT);
                case START_ARRAY -> tape.begin(JsonKind.ARRAY);
                case END_ARRAY -> tape.end();
                case END_OBJECT -> {
                    int object = tape.end();
                    if (!keepDuplicates && twice < 0) {
                        twice = tape.duplicate(object, tape.size());
                    }
                }
                case VALUE_STRING -> string(parser);
                case VALUE_NUMBER_INT -> integer(parser);
                case VALUE_NUMBER_FLOAT -> real(parser.getDoubleValue(), false);
                case VALUE_TRUE -> tape.word(JsonKind.TRUE);
                case VALUE_FALSE -> tape.word(JsonKind.FALSE);
                case VALUE_NULL -> tape.word(JsonKind.NULL);
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new Suspicion("unexpected token " + token);
            }
            if (tape.size() > limits.maxValues()) {
                throw new Suspicion("too many values");
            }
        } while (tape.depth() > 0 || tape.size() == 0);
        if (parser.nextToken() != null) {
            throw new Suspicion("more than one value");
        }
        return twice;
    }

    private void name(String name) throws Suspicion {
        if (name.length() > limits.maxStringLength()) {
            throw new Suspicion("a long name");
        }
        tape.name(wellFormed(name));
    }

    private void string(JsonParser parser) throws Suspicion {
        char[] chars = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int length = parser.getStringLength();
        if (length > limits.maxStringLength()) {
            throw new Suspicion("a long string");
        }
        for (int i = from; i < from + length; i++) {
            if (Character.isSurrogate(chars[i])) {
                wellFormed(new String(chars, from, length));
                break;
            }
        }
        tape.string(chars, from, length);
    }

    private void integer(JsonParser parser) throws Suspicion {
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            tape.int64(parser.getLongValue());
            return;
        }
        String text = parser.getString();
        ParsedNumber unsigned = IntegerText.unsigned(text);
        if (unsigned.isOk()) {
            tape.uint64(unsigned.value());
        } else {
            real(Double.parseDouble(text), true);
        }
    }

    private void real(double value, boolean integerText) throws Suspicion {
        if (Double.isInfinite(value)) {
            throw new Suspicion("a number is out of range");
        }
        tape.real(value, integerText);
    }

    private static String wellFormed(String text) throws Suspicion {
        if (Surrogates.firstLone(text) >= 0) {
            throw new Suspicion("a lone surrogate");
        }
        return text;
    }

    /** Tells whether no zero byte or UTF-16 mark stands at the beginning, by which Jackson would choose another encoding. */
    private static boolean looksLikeUtf8(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 4); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return bytes.length == 0 || (bytes[0] != (byte) 0xfe && bytes[0] != (byte) 0xff);
    }

    private JsonException diagnose(Exception cause) {
        JsonFault fault = JsonScanner.scan(source, limits, JsonScanner.Listener.NONE);
        if (fault != null) {
            return source.refusal(fault.offset(), fault.problem());
        }
        int offset = cause instanceof JacksonException jackson && jackson.getLocation() != null
                ? (int) Math.max(0, jackson.getLocation().getByteOffset())
                : 0;
        String text = cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : cause.getMessage();
        return source.refusal(offset, "the JSON text is refused: " + text);
    }

    /** Returns the object that a member belongs to; a pointer could lead into another, for a name above may come twice, too. */
    private static int ownerOf(JsonDocument document, int member) {
        int node = member - 1;
        while (!document.kind(node).isContainer() || document.end(node) <= member) {
            node--;
        }
        return node;
    }

    private static JsonException duplicate(JsonDocument document, int node) {
        String name = String.valueOf(document.name(node));
        int first = document.member(ownerOf(document, node), name);
        SourcePosition position = document.namePosition(node);
        return new JsonException(
                position,
                document.sourceLine(position.line()),
                "the member \"" + name + "\" comes twice in this object; it is first on line "
                        + document.position(first).line());
    }
}
