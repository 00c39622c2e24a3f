// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
 *
 * <p>All methods are pure.
 */
final class Utf8 {
    private Utf8() {}

    /** Tells whether all bytes together are well-formed; quick where all are ASCII. */
    static boolean isWellFormed(byte[] bytes) {
        if (isAscii(bytes)) {
            return true;
        }
        for (int at = 0; at < bytes.length; ) {
            int length = sequenceLength(bytes, at);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Returns the length of the well-formed sequence that begins here, or 0. */
    static int sequenceLength(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = 0;
        if (first >= 0xc2 && first < 0xf5) {
            length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        }
        if (length == 0 || bytes.length - at < length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
        boolean surrogate = first == 0xed && second >= 0xa0;
        boolean beyond = first == 0xf4 && second >= 0x90;
        return overlong || surrogate || beyond ? 0 : length;
    }

    private static boolean isAscii(byte[] bytes) {
        int all = 0;
        for (byte b : bytes) {
            all |= b;
        }
        return all >= 0;
    }
}
