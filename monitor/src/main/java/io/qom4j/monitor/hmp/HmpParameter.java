// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

/**
 * What a command of the human monitor takes at one place of its line. Immutable.
 *
 * @param kind what is read there
 * @param name the name by which the command's code asks for it; of a flag the one letter behind the dash
 */
public record HmpParameter(Kind kind, String name) {
    /** What is read. */
    public enum Kind {
        /** A word, which may stand in double quotes. */
        WORD,
        /** A word that may be left out. */
        OPTIONAL_WORD,
        /** The rest of the line as it is. */
        REST,
        /** The rest of the line, which may be empty. */
        OPTIONAL_REST,
        /** A dash and a letter, or nothing. */
        FLAG
    }

    /** Returns a word that has to be given. */
    public static HmpParameter word(String name) {
        return new HmpParameter(Kind.WORD, name);
    }

    /** Returns a word that may be left out. */
    public static HmpParameter optionalWord(String name) {
        return new HmpParameter(Kind.OPTIONAL_WORD, name);
    }

    /** Returns the rest of the line, which has to be there. */
    public static HmpParameter rest(String name) {
        return new HmpParameter(Kind.REST, name);
    }

    /** Returns the rest of the line, which may be empty. */
    public static HmpParameter optionalRest(String name) {
        return new HmpParameter(Kind.OPTIONAL_REST, name);
    }

    /** Returns a flag. */
    public static HmpParameter flag(char letter) {
        return new HmpParameter(Kind.FLAG, String.valueOf(letter));
    }

    boolean isFlag(char letter) {
        return kind == Kind.FLAG && name.charAt(0) == letter;
    }
}
