// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.error.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The turning of maps whose keys are indices into lists.
 *
 * <p>All methods are pure. QEMU: util/keyval.c, keyval_listify.
 */
final class KeyvalLists {
    private KeyvalLists() {}

    /** Returns a tree with lists where the keys were indices; the root stays a map. */
    static Object listify(Map<String, Object> root) {
        return listify(root, "");
    }

    private static Object listify(Map<String, Object> map, String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        TreeMap<Integer, Object> elements = new TreeMap<>();
        // A loop: with a lambda a deep key would take three frames of the stack for each fragment.
        for (Map.Entry<String, Object> member : map.entrySet()) {
            String key = member.getKey();
            Object value = member.getValue();
            Object deep = value instanceof Map<?, ?> inner ? listify(cast(inner), path + key + ".") : value;
            if (!path.isEmpty() && KeyvalKeys.isIndex(key)) {
                elements.put(KeyvalKeys.index(key), deep);
            } else {
                members.put(key, deep);
            }
        }
        if (elements.isEmpty()) {
            return members;
        }
        if (!members.isEmpty()) {
            throw KeyvalParser.inconsistent(path.substring(0, path.length() - 1));
        }
        List<Object> list = new ArrayList<>(elements.size());
        elements.forEach((index, element) -> {
            if (index != list.size()) {
                throw new ValueException("Parameter '" + path + list.size() + "' missing");
            }
            list.add(element);
        });
        return list;
    }

    @SuppressWarnings("unchecked") // the parser makes maps with string keys alone
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
