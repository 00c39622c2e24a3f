// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.error.ValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One parse of a keyval text into maps and strings; lists are maps with indices as keys yet.
 *
 * <p>Confined to one call.
 */
final class KeyvalParser {
    private static final int LONGEST_FRAGMENT = 127;
    private static final int DEEPEST_KEY = 1000;

    private final String text;
    private final Map<String, Object> root = new LinkedHashMap<>();
    private boolean helpRequested;
    private int at;

    KeyvalParser(String text) {
        this.text = text;
    }

    boolean helpRequested() {
        return helpRequested;
    }

    Map<String, Object> parse(@Nullable String impliedKey) {
        String implied = impliedKey;
        while (at < text.length()) {
            item(implied);
            implied = null;
        }
        return root;
    }

    private void item(@Nullable String implied) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ',') {
            end++;
        }
        boolean noEquals = end == text.length() || text.charAt(end) == ',';
        String word = text.substring(at, end);
        if (noEquals && (word.equals("help") || word.equals("?"))) {
            helpRequested = true;
            at = Math.min(end + 1, text.length());
        } else if (noEquals && !word.isEmpty() && implied != null) {
            Map<String, Object> parent = parentOf(implied);
            put(parent, implied, word);
            at = Math.min(end + 1, text.length());
        } else {
            Map<String, Object> parent = parentOf(word);
            if (noEquals) {
                throw new ValueException("Expected '=' after parameter '" + word + "'");
            }
            at = end + 1;
            put(parent, word, value());
        }
    }

    /** Checks a key fragment by fragment and returns the map that its last one goes into. */
    private Map<String, Object> parentOf(String key) {
        Map<String, Object> parent = root;
        int length = key.length();
        int from = 0;
        for (int depth = 1; ; depth++) {
            int end = KeyvalKeys.endOfFragment(key, from, from == 0);
            if (end == from || (end < length && key.charAt(end) != '.')) {
                throw new ValueException("Invalid parameter '" + key + "'");
            }
            String fragment = key.substring(from, end);
            if (fragment.length() > LONGEST_FRAGMENT) {
                String what = fragment.length() == length ? "Parameter '" : "Parameter fragment '";
                throw new ValueException(what + fragment + "' is too long");
            }
            if (end == length) {
                return parent;
            }
            if (depth == DEEPEST_KEY) {
                throw new ValueException("Parameter '" + key.substring(0, end) + "' has too many fragments");
            }
            parent = child(parent, fragment, key, end);
            from = end + 1;
        }
    }

    @SuppressWarnings("unchecked") // maps hold strings and such maps alone
    private static Map<String, Object> child(Map<String, Object> parent, String fragment, String key, int end) {
        Object held = parent.computeIfAbsent(fragment, name -> new LinkedHashMap<String, Object>());
        if (!(held instanceof Map)) {
            throw inconsistent(key.substring(0, end));
        }
        return (Map<String, Object>) held;
    }

    private static void put(Map<String, Object> parent, String key, String value) {
        if (parent.put(lastFragment(key), value) instanceof Map) {
            throw inconsistent(key);
        }
    }

    static ValueException inconsistent(String key) {
        return new ValueException("Parameters '" + key + ".*' used inconsistently");
    }

    /** Returns the last fragment of a key that was checked. */
    private static String lastFragment(String key) {
        int from = 0;
        while (true) {
            int end = KeyvalKeys.endOfFragment(key, from, from == 0);
            if (end == key.length()) {
                return key.substring(from);
            }
            from = end + 1;
        }
    }

    /** Reads a value up to a comma that is not doubled, and that comma. */
    private String value() {
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == ',') {
                if (!text.startsWith(",", at)) {
                    break;
                }
                at++;
            }
            value.append(c);
        }
        return value.toString();
    }
}
