// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.io.Serializable;

/**
 * A place in a text file.
 *
 * <p>Immutable.
 *
 * @param file the name of the file, or what else names the text, such as {@code <standard input>}
 * @param line the line, from 1; 0 if the place in the file is not known
 * @param column the column in characters (code points), from 1; 0 if not known
 */
public record SourcePosition(String file, int line, int column) implements Serializable {
    /** Tells whether line and column are known. */
    public boolean isKnown() {
        return line > 0;
    }

    /** Returns {@code file:line:column}, or the file alone. */
    @Override
    public String toString() {
        return isKnown() ? file + ":" + line + ":" + column : file;
    }
}
