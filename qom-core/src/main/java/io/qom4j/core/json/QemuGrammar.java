// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of one value in QEMU's JSON dialect, fed token by token.
 *
 * <p>The first problem counts; tokens after it are ignored. It is told only when the value is over, which is not for the
 * grammar to say. Confined to one thread. QEMU: qobject/json-parser.c.
 */
final class QemuGrammar {
    /** What may come next in the innermost open array or object. */
    private enum Expected {
        VALUE,
        FIRST_ELEMENT,
        AFTER_ELEMENT,
        FIRST_KEY,
        KEY,
        COLON,
        AFTER_MEMBER,
        NOTHING
    }

    private static final int MAX_PROBLEM_BYTES = 1023;

    private final QemuStrings strings = new QemuStrings();
    private JsonTape tape = new JsonTape();
    private Expected expected = Expected.VALUE;
    /** For each open container, whether it stands in the place of a key. */
    private boolean[] asKey = new boolean[16];

    private @Nullable String problem;

    /** Begins a new value. */
    void reset() {
        if (tape.size() > 0 || problem != null || expected != Expected.VALUE) {
            tape = new JsonTape();
            expected = Expected.VALUE;
            problem = null;
        }
    }

    /** Returns what is wrong with the tokens so far, or null. */
    @Nullable String problem() {
        return problem;
    }

    /** Tells whether the tokens so far are one whole value. */
    boolean isComplete() {
        return problem == null && expected == Expected.NOTHING;
    }

    /** Returns the value; it must be complete. */
    JsonDocument document() {
        return tape.finish(null);
    }

    void token(QemuToken kind, byte[] bytes, int size) {
        if (problem != null) {
            return;
        }
        switch (expected) {
            case VALUE -> value(kind, bytes, size);
            case FIRST_ELEMENT -> {
                if (kind == QemuToken.RIGHT_BRACKET) {
                    close();
                } else {
                    value(kind, bytes, size);
                }
            }
            case AFTER_ELEMENT -> {
                if (kind == QemuToken.RIGHT_BRACKET) {
                    close();
                } else {
                    require(kind, QemuToken.COMMA, Expected.VALUE, "expected separator in list");
                }
            }
            case FIRST_KEY -> {
                if (kind == QemuToken.RIGHT_BRACE) {
                    close();
                } else {
                    key(kind, bytes, size);
                }
            }
            case KEY -> key(kind, bytes, size);
            case COLON -> require(kind, QemuToken.COLON, Expected.VALUE, "missing : in object pair");
            case AFTER_MEMBER -> {
                if (kind == QemuToken.RIGHT_BRACE) {
                    close();
                } else {
                    require(kind, QemuToken.COMMA, Expected.KEY, "expected separator in dict");
                }
            }
            case NOTHING -> fail("expecting value");
        }
    }

    private void require(QemuToken kind, QemuToken wanted, Expected next, String otherwise) {
        if (kind == wanted) {
            expected = next;
        } else {
            fail(otherwise);
        }
    }

    private void key(QemuToken kind, byte[] bytes, int size) {
        if (kind == QemuToken.STRING) {
            String wrong = strings.decode(bytes, size);
            if (wrong != null) {
                fail(wrong);
            } else {
                tape.name(strings.toString());
                expected = Expected.COLON;
            }
            return;
        }
        // Any value may stand here as far as its inside goes; only then is it told that it is no key.
        value(kind, bytes, size);
        boolean opened = kind == QemuToken.LEFT_BRACE || kind == QemuToken.LEFT_BRACKET;
        if (problem == null && opened) {
            asKey[tape.depth() - 1] = true;
        } else {
            fail("key is not a string in object");
        }
    }

    private void value(QemuToken kind, byte[] bytes, int size) {
        switch (kind) {
            case LEFT_BRACE -> open(JsonKind.OBJECT, Expected.FIRST_KEY);
            case LEFT_BRACKET -> open(JsonKind.ARRAY, Expected.FIRST_ELEMENT);
            case STRING -> string(bytes, size);
            case INTEGER -> integer(text(bytes, size));
            case FLOAT -> real(text(bytes, size), false);
            case KEYWORD -> keyword(text(bytes, size));
            case RIGHT_BRACE, RIGHT_BRACKET, COLON, COMMA -> fail("expecting value");
        }
    }

    private void open(JsonKind kind, Expected next) {
        tape.begin(kind);
        if (tape.depth() > asKey.length) {
            asKey = Arrays.copyOf(asKey, 2 * asKey.length);
        }
        asKey[tape.depth() - 1] = false;
        expected = next;
    }

    private void close() {
        boolean object = tape.inObject();
        int node = tape.end();
        if (object && tape.duplicate(node, tape.size()) >= 0) {
            fail("duplicate key");
        } else if (asKey[tape.depth()]) {
            fail("key is not a string in object");
        } else {
            afterValue();
        }
    }

    private void afterValue() {
        if (tape.depth() == 0) {
            expected = Expected.NOTHING;
        } else {
            expected = tape.inObject() ? Expected.AFTER_MEMBER : Expected.AFTER_ELEMENT;
        }
    }

    private void string(byte[] bytes, int size) {
        String wrong = strings.decode(bytes, size);
        if (wrong != null) {
            fail(wrong);
        } else {
            tape.string(strings.chars(), 0, strings.length());
            afterValue();
        }
    }

    private void integer(String text) {
        boolean negative = text.charAt(0) == '-';
        // The lexer lets no leading zero pass, so the C rules find no octal number here.
        ParsedNumber number = negative ? IntegerText.int64(text) : IntegerText.unsigned(text);
        if (!number.isOk()) {
            real(text, true);
            return;
        }
        if (negative || number.value() >= 0) {
            tape.int64(number.value());
        } else {
            tape.uint64(number.value());
        }
        afterValue();
    }

    /** Appends a number; where QEMU 7.2 would make it infinite, and later print what is no JSON, it is refused. */
    private void real(String text, boolean integerText) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            fail("number " + text + " is out of range");
        } else {
            tape.real(value, integerText);
            afterValue();
        }
    }

    private void keyword(String text) {
        switch (text) {
            case "true" -> tape.word(JsonKind.TRUE);
            case "false" -> tape.word(JsonKind.FALSE);
            case "null" -> tape.word(JsonKind.NULL);
            default -> {
                fail("invalid keyword '" + text + "'");
                return;
            }
        }
        afterValue();
    }

    /** Notes the first problem; a member that came twice before it was one already. */
    private void fail(String text) {
        if (problem == null) {
            String first = tape.openDuplicate() ? "duplicate key" : text;
            problem = first.substring(0, Math.min(first.length(), MAX_PROBLEM_BYTES));
        }
    }

    private static String text(byte[] bytes, int size) {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }
}
