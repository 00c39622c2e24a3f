// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.SourceExcerpt;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * One of the texts that are loaded together: a file, a Java document, an option.
 *
 * <p>Immutable.
 *
 * @param number its place in the order of reading, from 0
 * @param document what it holds
 * @param name what to call it where the document does not know its places
 * @param reading how its values are read; null for the rules of configuration documents
 */
record Source(int number, JsonDocument document, String name, ObjectSource.@Nullable Reading reading) {
    /** How much of a line is looked at on each side of a problem: more than an excerpt shows. */
    private static final int AROUND = 200;

    /** Returns where the value of a node begins. */
    SourcePosition position(int node) {
        return known(document.position(node));
    }

    /** Returns where a member begins, its name included. */
    SourcePosition namePosition(int node) {
        return known(document.namePosition(node));
    }

    private SourcePosition known(SourcePosition position) {
        return position.isKnown() ? position : new SourcePosition(name, 0, 0);
    }

    /** Places a problem at the value of a node. */
    Diagnostic at(int node, Diagnostic.Builder problem) {
        return place(position(node), node, problem);
    }

    /** Places a problem at the name of a member. */
    Diagnostic atName(int node, Diagnostic.Builder problem) {
        return place(namePosition(node), node, problem);
    }

    private Diagnostic place(SourcePosition position, int node, Diagnostic.Builder problem) {
        return problem.at(position, document.pointer(node), excerpt(position)).build();
    }

    private SourceExcerpt excerpt(SourcePosition position) {
        if (!position.isKnown()) {
            return SourceExcerpt.NONE;
        }
        int from = Math.max(1, position.column() - AROUND);
        String around = document.sourceLine(position.line(), from, position.column() + AROUND);
        return SourceExcerpt.of(around, position.column() - from + 1);
    }
}
