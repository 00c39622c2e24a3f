// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * A walk over bytes in QEMU's kind of UTF-8: like the standard, but the two bytes C0 80 are the character zero, and Unicode's
 * non-characters are malformed.
 *
 * <p>Confined to one thread. QEMU: util/unicode.c.
 */
final class QemuUtf8 {
    private static final int MALFORMED = -1;
    private static final int[] SMALLEST = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};

    private final byte[] bytes;
    private final int end;
    private int at;

    QemuUtf8(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Returns the text of some bytes, where each malformed sequence becomes one replacement character. */
    static String decode(byte[] bytes, int from, int to) {
        var walk = new QemuUtf8(bytes, from, to);
        var text = new StringBuilder(to - from);
        while (walk.at < to) {
            int codePoint = walk.next();
            text.appendCodePoint(codePoint == MALFORMED ? '\ufffd' : codePoint);
        }
        return text.toString();
    }

    /** Tells whether QEMU lets a code point stand in a string: no surrogate, no non-character, not above U+10FFFF. */
    static boolean isCharacter(int codePoint) {
        boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        boolean nonCharacter = (codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) == 0xfffe;
        return codePoint >= 0 && codePoint <= Character.MAX_CODE_POINT && !surrogate && !nonCharacter;
    }

    /** Returns the offset of the next sequence. */
    int at() {
        return at;
    }

    /** Returns the next code point, or -1 for a malformed sequence, and moves behind it. */
    int next() {
        int first = bytes[at++] & 0xff;
        if (first < 0x80) {
            return first;
        }
        if (first < 0xc0 || first >= 0xfe) {
            return MALFORMED;
        }
        int length = Integer.numberOfLeadingZeros(~first << 24);
        int codePoint = first & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            if (at == end || (bytes[at] & 0xc0) != 0x80) {
                return MALFORMED;
            }
            codePoint = codePoint << 6 | (bytes[at++] & 0x3f);
        }
        boolean overlong = codePoint < SMALLEST[length] && !(codePoint == 0 && length == 2);
        return overlong || !isCharacter(codePoint) ? MALFORMED : codePoint;
    }
}
