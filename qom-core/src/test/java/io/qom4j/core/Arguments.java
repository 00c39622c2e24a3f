// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.visit.InputVisitor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Arguments of object-add as a client would send them. */
final class Arguments {
    private Arguments() {}

    /** Returns visitors over a struct with the given names and values, in turn. */
    static Supplier<InputVisitor> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        JsonDocument document = JsonDocument.of(members);
        return () -> JsonInputVisitor.qmp(document, JsonDocument.ROOT, Negatives.REFUSE);
    }
}
