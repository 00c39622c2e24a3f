// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that a QMP command returned, of which nothing is taken for granted: what is not there is empty. Immutable.
 *
 * @param value the value, as {@link io.qom4j.core.json.JsonDocument#toJava} gives it
 */
record Reply(@Nullable Object value) {
    /** Returns a member of a struct. */
    Reply get(String name) {
        return new Reply(value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    /** Returns the elements of a list. */
    List<Reply> items() {
        List<Reply> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> items.add(new Reply(each)));
        }
        return items;
    }

    /** Returns a string. */
    String text() {
        return value instanceof String text ? text : "";
    }

    /** Tells whether this is the boolean true. */
    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}
