// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

/**
 * What could stand in the place of the last word of a line. Immutable.
 *
 * @param word the whole word
 * @param shown the part of it that people are shown
 * @param description what it is, for people; may be empty
 * @param isWhole whether the word is over with it, rather than going on
 */
public record Proposal(String word, String shown, String description, boolean isWhole) {
    static Proposal whole(String word, String description) {
        return new Proposal(word, word, description, true);
    }
}
