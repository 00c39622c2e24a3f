// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.Arrays;

/**
 * A state machine that cuts bytes into tokens of QEMU's JSON dialect.
 *
 * <p>After a byte that fits nowhere, bytes are skipped silently until one that begins anew: a bracket, brace, colon or comma,
 * a control character other than TAB, or one of the bytes FE and FF, which never occur in UTF-8.
 *
 * <p>Confined to one thread. QEMU: qobject/json-lexer.c.
 */
final class QemuLexer {
    /** What is told of the tokens; the bytes are those from offset 0 and valid during the call. */
    interface Receiver {
        /** Receives a token. */
        void token(QemuToken kind, byte[] bytes, int size);

        /** Receives bytes that are no token, the offending byte last. */
        void stray(byte[] bytes, int size);

        /** Receives the beginning of a token that has grown beyond {@link QemuStreamer#MAX_TOKEN_BYTES}. */
        void overlong();
    }

    private enum State {
        START,
        RECOVERY,
        DOUBLE_QUOTED,
        DOUBLE_QUOTED_ESCAPE,
        SINGLE_QUOTED,
        SINGLE_QUOTED_ESCAPE,
        SIGN,
        ZERO,
        DIGITS,
        POINT,
        FRACTION,
        EXPONENT,
        EXPONENT_SIGN,
        EXPONENT_DIGITS,
        KEYWORD
    }

    private final Receiver receiver;
    private State state = State.START;
    private byte[] token = new byte[256];
    private int size;

    QemuLexer(Receiver receiver) {
        this.receiver = receiver;
    }

    void feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (state == State.DOUBLE_QUOTED || state == State.SINGLE_QUOTED) {
                at = plainCharacters(bytes, at, to);
                if (at == to) {
                    return;
                }
            }
            at += step(bytes[at] & 0xff);
        }
    }

    /** Ends the token at hand, as at the end of the input. */
    void flush() {
        switch (state) {
            case START, RECOVERY -> reset();
            case ZERO, DIGITS -> end(QemuToken.INTEGER);
            case FRACTION, EXPONENT_DIGITS -> end(QemuToken.FLOAT);
            case KEYWORD -> end(QemuToken.KEYWORD);
            case DOUBLE_QUOTED,
                    DOUBLE_QUOTED_ESCAPE,
                    SINGLE_QUOTED,
                    SINGLE_QUOTED_ESCAPE,
                    SIGN,
                    POINT,
                    EXPONENT,
                    EXPONENT_SIGN -> {
                receiver.stray(token, size);
                reset();
            }
        }
    }

    /** Takes one byte into account; returns 1 if it was consumed, 0 if it is to be looked at again. */
    private int step(int c) {
        return switch (state) {
            case START -> start(c);
            case RECOVERY -> recover(c);
            case DOUBLE_QUOTED -> inString(c, '"', State.DOUBLE_QUOTED_ESCAPE);
            case SINGLE_QUOTED -> inString(c, '\'', State.SINGLE_QUOTED_ESCAPE);
            case DOUBLE_QUOTED_ESCAPE -> isTextByte(c) ? go(c, State.DOUBLE_QUOTED) : stray(c);
            case SINGLE_QUOTED_ESCAPE -> isTextByte(c) ? go(c, State.SINGLE_QUOTED) : stray(c);
            case SIGN -> c == '0' ? go(c, State.ZERO) : isDigit(c) ? go(c, State.DIGITS) : stray(c);
            case ZERO -> isDigit(c) ? stray(c) : c == '.' ? go(c, State.POINT) : end(QemuToken.INTEGER);
            case DIGITS -> isDigit(c) ? go(c, State.DIGITS) : afterDigits(c);
            case POINT -> isDigit(c) ? go(c, State.FRACTION) : stray(c);
            case FRACTION -> isDigit(c) ? go(c, State.FRACTION) : isE(c) ? go(c, State.EXPONENT) : end(QemuToken.FLOAT);
            case EXPONENT ->
                isDigit(c)
                        ? go(c, State.EXPONENT_DIGITS)
                        : c == '+' || c == '-' ? go(c, State.EXPONENT_SIGN) : stray(c);
            case EXPONENT_SIGN -> isDigit(c) ? go(c, State.EXPONENT_DIGITS) : stray(c);
            case EXPONENT_DIGITS -> isDigit(c) ? go(c, State.EXPONENT_DIGITS) : end(QemuToken.FLOAT);
            case KEYWORD -> isLetter(c) ? go(c, State.KEYWORD) : end(QemuToken.KEYWORD);
        };
    }

    private int start(int c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n' -> 1;
            case '{', '}', '[', ']', ':', ',' -> {
                append(c);
                end(QemuToken.structural(c));
                yield 1;
            }
            case '"' -> go(c, State.DOUBLE_QUOTED);
            case '\'' -> go(c, State.SINGLE_QUOTED);
            case '-' -> go(c, State.SIGN);
            case '0' -> go(c, State.ZERO);
            default -> isDigit(c) ? go(c, State.DIGITS) : isLetter(c) ? go(c, State.KEYWORD) : stray(c);
        };
    }

    private int recover(int c) {
        boolean control = c < ' ' && c != '\t';
        boolean anew = control || c >= 0xfe || "{}[]:,".indexOf(c) >= 0;
        if (!anew) {
            return 1;
        }
        state = State.START;
        return 0;
    }

    private int inString(int c, int quote, State escape) {
        if (c == quote) {
            append(c);
            end(QemuToken.STRING);
            return 1;
        }
        return c == '\\' ? go(c, escape) : isTextByte(c) ? go(c, state) : stray(c);
    }

    /** A zero takes no exponent in QEMU's dialect ({@code 0e1} is a number and a word), other numbers do. */
    private int afterDigits(int c) {
        return c == '.' ? go(c, State.POINT) : isE(c) ? go(c, State.EXPONENT) : end(QemuToken.INTEGER);
    }

    /** Appends the bytes from {@code from} on that need no decision; returns the first that does. */
    private int plainCharacters(byte[] bytes, int from, int to) {
        int quote = state == State.DOUBLE_QUOTED ? '"' : '\'';
        int end = Math.min(to, from + QemuStreamer.MAX_TOKEN_BYTES - size);
        int at = from;
        while (at < end && bytes[at] != quote && bytes[at] != '\\' && isTextByte(bytes[at] & 0xff)) {
            at++;
        }
        reserve(at - from);
        System.arraycopy(bytes, from, token, size, at - from);
        size += at - from;
        return at;
    }

    private int go(int c, State next) {
        append(c);
        state = next;
        if (size > QemuStreamer.MAX_TOKEN_BYTES) {
            receiver.overlong();
            reset();
        }
        return 1;
    }

    /** Hands over the token without the byte at hand. */
    private int end(QemuToken kind) {
        receiver.token(kind, token, size);
        reset();
        return 0;
    }

    private int stray(int c) {
        append(c);
        receiver.stray(token, size);
        reset();
        state = State.RECOVERY;
        return 1;
    }

    private void reset() {
        size = 0;
        state = State.START;
    }

    private void append(int c) {
        reserve(1);
        token[size++] = (byte) c;
    }

    private void reserve(int count) {
        if (token.length - size < count) {
            token = Arrays.copyOf(token, Math.max(2 * token.length, size + count));
        }
    }

    private static boolean isTextByte(int c) {
        return c >= ' ' && c < 0xfe;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isE(int c) {
        return c == 'e' || c == 'E';
    }
}
