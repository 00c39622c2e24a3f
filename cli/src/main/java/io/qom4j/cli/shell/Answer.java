// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the human monitor prints for a line. Immutable.
 *
 * @param text lines that end in a line feed; empty if there is nothing to say
 * @param isLast whether the line ended what it was said to
 */
public record Answer(String text, boolean isLast) {
    /** How QEMU's human monitor and ours begin, or end, to say no; there is no other mark of it. */
    private static final List<Pattern> REFUSALS = List.of(
            Pattern.compile("(?m)^Error: "),
            Pattern.compile("^unknown command: '"),
            Pattern.compile("\nTry \"help .*\" for more information\n$"),
            Pattern.compile("^Path '.*' could not be resolved\\.\n$"));

    /** Returns an answer as it came over the wire, after which more lines can be said. */
    static Answer of(String wire) {
        String text = wire.replace("\r\n", "\n");
        return new Answer(text.isEmpty() || text.endsWith("\n") ? text : text + "\n", false);
    }

    /** Tells whether the line was refused. */
    public boolean isRefusal() {
        return REFUSALS.stream().anyMatch(refusal -> refusal.matcher(text).find());
    }
}
