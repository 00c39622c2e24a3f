// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

/** How names of Java members become names of properties, and names of getters those of setters. */
final class MemberNames {
    private MemberNames() {}

    /** Returns a member's name without {@code is} or {@code get} before it: {@code isReadOnly} gives {@code ReadOnly}. */
    static String stem(String member, Class<?> type) {
        if (type == boolean.class && hasPrefix(member, "is")) {
            return member.substring("is".length());
        }
        return hasPrefix(member, "get") ? member.substring("get".length()) : member;
    }

    private static boolean hasPrefix(String member, String prefix) {
        return member.length() > prefix.length()
                && member.startsWith(prefix)
                && Character.isUpperCase(member.charAt(prefix.length()));
    }

    /** Returns a stem in kebab case: {@code readOnly} gives {@code read-only}, {@code pmemURL} gives {@code pmem-url}. */
    static String kebab(String stem) {
        StringBuilder kebab = new StringBuilder(stem.length() + 4);
        for (int i = 0; i < stem.length(); i++) {
            char c = stem.charAt(i);
            if (c == '_') {
                kebab.append('-');
                continue;
            }
            if (Character.isUpperCase(c) && i > 0 && beginsWord(stem, i)) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    /** Tells whether a capital begins a word: after a small letter or digit, or as the last capital before a small letter. */
    private static boolean beginsWord(String stem, int at) {
        char before = stem.charAt(at - 1);
        return before != '_'
                && (!Character.isUpperCase(before)
                        || (at + 1 < stem.length() && Character.isLowerCase(stem.charAt(at + 1))));
    }

    /** Returns the names that a setter beside a getter may have. */
    static String[] setters(String stem) {
        String rest = stem.substring(1);
        return new String[] {
            "set" + Character.toUpperCase(stem.charAt(0)) + rest, Character.toLowerCase(stem.charAt(0)) + rest
        };
    }
}
