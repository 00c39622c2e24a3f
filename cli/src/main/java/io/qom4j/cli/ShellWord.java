// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

/** Words as a shell reads them. */
final class ShellWord {
    private ShellWord() {}

    /** Returns a word, in quotes where a shell would otherwise see more in it than a word. */
    static String of(String word) {
        return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
