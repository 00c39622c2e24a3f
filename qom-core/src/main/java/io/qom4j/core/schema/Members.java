// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects in the order in which their members are named, so that a schema is the same text each time. */
final class Members {
    private Members() {}

    /** Returns an object, which may get more members. */
    static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
