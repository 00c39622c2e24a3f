// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A writer of JSON texts as people and programs may write them: with blanks, comments, escapes and numbers of every form, and
 * with objects that look alike. Confined to one text.
 */
final class RandomJson {
    private static final int DEEPEST = 4;
    private static final int WIDEST = 5;

    private static final List<String> BLANKS = List.of("", "", "", " ", "\n", "\r\n", "\t", " \n  ");
    private static final List<String> COMMENTS = List.of("/**/", "/* \u00e9 * / \" */", "// it's {\n", "//\r");
    private static final List<String> WORDS = List.of("true", "false", "null");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "7",
            "-12",
            "4096",
            "123456789012345678",
            "1234567890123456789",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775809",
            "0.5",
            "-0.0",
            "1e3",
            "1E+3",
            "12.50e-2",
            "1e-400");
    private static final List<String> NAMES = List.of(
            "id", "qom-type", "size", "a", "b", "", "average-bandwidth", "\u00e9", "\\u0061", "\\n", "a.b", "aa");
    private static final List<String> LETTERS =
            List.of("a", "Z", "0", " ", "/", "{", "]", ",", ":", "\u007f", "\u00e9", "\u20ac", "\ud83d\ude00");
    private static final List<String> ESCAPES =
            List.of("\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u0000", "\\u20AC", "\\ud83d\\ude00", "\\b");
    private static final byte[] SLIPS =
            "{}[],:\"'\\/*0123.eE+-tfnu \n\t\u0000\u0001\u001f\u007f\u0080\u00bf\u00c0\u00c3\u00e2\u00ed\u00f4\u00ff"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private final Random random;
    private final boolean lenient;
    private final StringBuilder text = new StringBuilder();

    private RandomJson(Random random, boolean lenient) {
        this.random = random;
        this.lenient = lenient;
    }

    /** Returns a text without a fault, but that a member may come twice. */
    static byte[] faultless(Random random, boolean lenient) {
        RandomJson writer = new RandomJson(random, lenient);
        if (random.nextInt(20) == 0) {
            writer.text.append('\ufeff');
        }
        writer.blank();
        writer.container(0);
        writer.blank();
        return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a text in which a byte or a few are not what they were, which is a fault, or not. */
    static byte[] damaged(Random random, boolean lenient) {
        byte[] whole = faultless(random, lenient);
        int at = random.nextInt(whole.length + 1);
        int removed = Math.min(random.nextInt(3), whole.length - at);
        int added = random.nextInt(3);
        int rest = random.nextInt(10) == 0 ? 0 : whole.length - at - removed;
        byte[] damaged = new byte[at + added + rest];
        System.arraycopy(whole, 0, damaged, 0, at);
        for (int i = 0; i < added; i++) {
            damaged[at + i] = SLIPS[random.nextInt(SLIPS.length)];
        }
        System.arraycopy(whole, at + removed, damaged, at + added, rest);
        return damaged;
    }

    private void value(int depth) {
        switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
            case 0 -> text.append(oneOf(WORDS));
            case 1 -> text.append(random.nextBoolean() ? oneOf(NUMBERS) : Long.toString(random.nextInt()));
            case 2, 3 -> string();
            default -> container(depth);
        }
    }

    private void container(int depth) {
        switch (random.nextInt(3)) {
            case 0 -> array(depth);
            case 1 ->
                object(
                        depth,
                        random.ints(random.nextInt(WIDEST), 0, NAMES.size()).toArray());
            default -> alike(depth);
        }
    }

    private void array(int depth) {
        text.append('[');
        int count = random.nextInt(WIDEST);
        for (int i = 0; i < count; i++) {
            separate(i);
            value(depth + 1);
        }
        close(count, ']');
    }

    /** Writes objects of the same members, now and then in another order. */
    private void alike(int depth) {
        int[] names = random.ints(0, NAMES.size())
                .distinct()
                .limit(1 + random.nextInt(WIDEST))
                .toArray();
        text.append('[');
        int count = 1 + random.nextInt(WIDEST);
        for (int i = 0; i < count; i++) {
            separate(i);
            if (random.nextInt(WIDEST) == 0) {
                int swapped = names[0];
                names[0] = names[names.length - 1];
                names[names.length - 1] = swapped;
            }
            object(depth + 1, names);
        }
        close(count, ']');
    }

    private void object(int depth, int[] names) {
        text.append('{');
        for (int i = 0; i < names.length; i++) {
            separate(i);
            quoted(NAMES.get(names[i]));
            blank();
            text.append(':');
            blank();
            value(depth + 1);
        }
        close(names.length, '}');
    }

    private void separate(int count) {
        blank();
        if (count > 0) {
            text.append(',');
            blank();
        }
    }

    private void close(int count, char closer) {
        blank();
        if (lenient && count > 0 && random.nextInt(4) == 0) {
            text.append(',');
            blank();
        }
        text.append(closer);
    }

    private void string() {
        StringBuilder content = new StringBuilder();
        boolean isPlain = random.nextBoolean();
        for (int i = random.nextInt(10); i > 0; i--) {
            content.append(isPlain ? "m" : random.nextBoolean() ? oneOf(LETTERS) : oneOf(ESCAPES));
        }
        quoted(content.toString());
    }

    private void quoted(String content) {
        char quote = lenient && random.nextInt(3) == 0 ? '\'' : '"';
        text.append(quote).append(content).append(quote);
    }

    private void blank() {
        text.append(oneOf(BLANKS));
        if (lenient && random.nextInt(12) == 0) {
            text.append(oneOf(COMMENTS)).append(oneOf(BLANKS));
        }
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
