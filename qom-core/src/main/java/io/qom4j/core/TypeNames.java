// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.TypeException;

/** The rule for names of types. QEMU: qom/object.c, type_name_is_valid. */
final class TypeNames {
    private static final int SHORTEST = 2;

    /** Names of one family may carry a plus sign behind this prefix. */
    private static final String PLUS_PREFIX = "Sun-UltraSparc-I";

    private TypeNames() {}

    static void check(String name) {
        if (!isLegal(name)) {
            throw new TypeException(
                    "Registering '" + name + "' with illegal type name",
                    "A type name has two or more characters: letters, digits, '-', '_' and '.', the first a letter or a"
                            + " digit other than 0.");
        }
    }

    private static boolean isLegal(String name) {
        char first = name.isEmpty() ? 0 : name.charAt(0);
        if (name.length() < SHORTEST || !(isLetter(first) || (first >= '1' && first <= '9'))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '+') {
                return i > PLUS_PREFIX.length() && name.startsWith(PLUS_PREFIX);
            }
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
