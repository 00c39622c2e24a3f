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
        SourceExcerpt excerpt = position.isKnown()
                ? SourceExcerpt.of(document.sourceLine(position.line()), position.column())
                : SourceExcerpt.NONE;
        return problem.at(position, document.pointer(node), excerpt).build();
    }
}
