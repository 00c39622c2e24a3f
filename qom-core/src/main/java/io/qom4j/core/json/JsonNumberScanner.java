// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * The grammar of a JSON number.
 *
 * <p>All methods are pure.
 */
final class JsonNumberScanner {
    private final byte[] bytes;
    private int at;

    private JsonNumberScanner(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Returns the end of the number that begins at {@code start}. */
    static int scan(byte[] bytes, int start, int maxLength) throws JsonFault {
        return new JsonNumberScanner(bytes, start).number(start, maxLength);
    }

    private int number(int start, int maxLength) throws JsonFault {
        if (peek() == '-') {
            at++;
        }
        int whole = at;
        if (!digits()) {
            throw new JsonFault(at, "expected a digit after '-', found " + JsonFound.describe(bytes, at));
        }
        if (bytes[whole] == '0' && at - whole > 1) {
            throw new JsonFault(whole, "a number must not begin with 0; there is no octal form");
        }
        if (bytes[whole] == '0' && (peek() | 0x20) == 'x') {
            throw new JsonFault(start, "there are no hexadecimal numbers in JSON; write it in decimal");
        }
        if (peek() == '.') {
            at++;
            if (!digits()) {
                throw new JsonFault(at, "expected a digit after '.', found " + JsonFound.describe(bytes, at));
            }
        }
        if ((peek() | 0x20) == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            if (!digits()) {
                throw new JsonFault(at, "expected a digit in the exponent, found " + JsonFound.describe(bytes, at));
            }
        }
        if (at - start > maxLength) {
            throw new JsonFault(start, "a number has more than " + maxLength + " characters");
        }
        String text = JsonFound.ascii(bytes, start, at);
        if (Double.isInfinite(Double.parseDouble(text))) {
            throw new JsonFault(start, "the number " + text + " is out of range");
        }
        return at;
    }

    private boolean digits() {
        int start = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > start;
    }

    private byte peek() {
        return at < bytes.length ? bytes[at] : 0;
    }
}
