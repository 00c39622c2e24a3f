// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The joining of two keyval trees.
 *
 * <p>All methods are pure. QEMU: util/keyval.c, keyval_merge.
 */
final class KeyvalMerge {
    private KeyvalMerge() {}

    /** Joins two trees; {@code refusal} makes the refusal of a key that is of different kinds in the two. */
    static Object merge(JsonDocument first, JsonDocument second, Function<String, ValueException> refusal) {
        return merge(tree(first), tree(second), "", refusal);
    }

    private static Object tree(JsonDocument document) {
        return Objects.requireNonNull(document.toJava(JsonDocument.ROOT), () -> JsonKind.NULL + " is no keyval tree");
    }

    private static Object merge(Object first, Object second, String path, Function<String, ValueException> refusal) {
        if (first instanceof Map<?, ?> a && second instanceof Map<?, ?> b) {
            Map<Object, Object> joined = new LinkedHashMap<>(a);
            b.forEach((key, value) -> {
                String deeper = path.isEmpty() ? (String) key : path + "." + key;
                joined.merge(key, value, (x, y) -> merge(x, y, deeper, refusal));
            });
            return joined;
        }
        if (first instanceof List<?> a && second instanceof List<?> b) {
            List<Object> joined = new ArrayList<>(a);
            joined.addAll(b);
            return joined;
        }
        if (first instanceof String && second instanceof String) {
            return second;
        }
        throw refusal.apply(path);
    }
}
