// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.Objects;

/**
 * The cutting of a stream of tokens into values, and the limits of one value.
 *
 * <p>A value is over when no bracket or brace is open, or when more were closed than opened; brackets and braces are counted
 * apart, so {@code [}} is over at once. Confined to one thread. QEMU: qobject/json-streamer.c.
 */
final class QemuStreamer implements QemuLexer.Receiver {
    static final int MAX_TOKEN_BYTES = 64 << 20;
    static final int MAX_TOKENS = 2 << 20;
    static final int MAX_NESTING = 1024;

    private final QemuJsonParser.Receiver receiver;
    private final QemuGrammar grammar = new QemuGrammar();
    private int braces;
    private int brackets;
    private int tokens;
    private long tokenBytes;

    QemuStreamer(QemuJsonParser.Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void token(QemuToken kind, byte[] bytes, int size) {
        count(kind);
        if (tokenBytes + size + 1 > MAX_TOKEN_BYTES) {
            fail("JSON token size limit exceeded");
        } else if (tokens + 1 > MAX_TOKENS) {
            fail("JSON token count limit exceeded");
        } else if (braces + brackets > MAX_NESTING) {
            fail("JSON nesting depth limit exceeded");
        } else {
            tokenBytes += size;
            tokens++;
            grammar.token(kind, bytes, size);
            boolean open = (braces > 0 || brackets > 0) && braces >= 0 && brackets >= 0;
            if (!open) {
                finish();
            }
        }
    }

    @Override
    public void stray(byte[] bytes, int size) {
        // A zero byte ends a text in C, so QEMU does not print it.
        int shown = bytes[size - 1] == 0 ? size - 1 : size;
        fail("JSON parse error, stray '" + QemuUtf8.decode(bytes, 0, shown) + "'");
    }

    @Override
    public void overlong() {
        fail("JSON token size limit exceeded");
    }

    /** Tells the receiver of a value that the input has cut short, if there is one. */
    void endOfInput() {
        if (tokens > 0) {
            finish();
        }
    }

    private void finish() {
        if (grammar.isComplete()) {
            JsonDocument document = grammar.document();
            reset();
            receiver.value(document);
        } else {
            fail("JSON parse error, " + Objects.requireNonNullElse(grammar.problem(), "premature EOI"));
        }
    }

    private void fail(String message) {
        reset();
        receiver.error(message);
    }

    private void reset() {
        braces = 0;
        brackets = 0;
        tokens = 0;
        tokenBytes = 0;
        grammar.reset();
    }

    private void count(QemuToken kind) {
        switch (kind) {
            case LEFT_BRACE -> braces++;
            case RIGHT_BRACE -> braces--;
            case LEFT_BRACKET -> brackets++;
            case RIGHT_BRACKET -> brackets--;
            case COLON, COMMA, STRING, INTEGER, FLOAT, KEYWORD -> {}
        }
    }
}
