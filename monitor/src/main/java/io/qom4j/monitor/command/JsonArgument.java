// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.Negatives;

/**
 * An argument of any type: a node of the request.
 *
 * <p>Immutable.
 *
 * @param document the request
 * @param node the node in it
 */
public record JsonArgument(JsonDocument document, int node) {
    /** Returns a new visitor that stands on the value. */
    public JsonInputVisitor visitor() {
        return JsonInputVisitor.qmp(document, node, Negatives.WRAP_LIKE_QEMU);
    }
}
