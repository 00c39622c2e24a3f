// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

/** How a tree is drawn: the lines that lead to a node and on to what is below it. */
final class Lines {
    private Lines() {}

    /** Returns what stands before a node. */
    static String branch(boolean isLast) {
        return isLast ? "└─ " : "├─ ";
    }

    /** Returns what stands before everything below a node. */
    static String below(boolean isLast) {
        return isLast ? "   " : "│  ";
    }
}
