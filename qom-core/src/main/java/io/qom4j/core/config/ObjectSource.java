// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.visit.InputVisitor;

/**
 * The description of one object from anywhere: a command-line option, the arguments of a QMP command.
 *
 * <p>It is an object node of a JSON document, with {@code qom-type}, {@code id} and properties, and says how the values in it
 * are read: an option has nothing but strings, for example. A loader takes such sources beside files, checks and orders all
 * of them together, and makes all or none.
 *
 * <pre>{@code
 * ObjectSource source = ObjectSource.of(options, JsonDocument.ROOT, "-object disk,id=d0",
 *         node -> new KeyvalInputVisitor(options, node));
 * ConfigLoader.of(qom).file(path).object(source).load();
 * }</pre>
 *
 * <p>Implementations are immutable.
 */
public interface ObjectSource {
    /** How a value of a document is read. */
    @FunctionalInterface
    interface Reading {
        /** Returns a new visitor that stands on a node. */
        InputVisitor at(int node);
    }

    /** Returns the document that holds the description. */
    JsonDocument document();

    /** Returns the node of the description, an object. */
    int node();

    /** Returns who describes the object, in a few words: {@code -object disk,id=d0}. */
    String describe();

    /** Returns how the values are read. */
    Reading reading();

    /** Returns a source. */
    static ObjectSource of(JsonDocument document, int node, String describe, Reading reading) {
        record Described(JsonDocument document, int node, String describe, Reading reading) implements ObjectSource {}
        return new Described(document, node, describe, reading);
    }
}
