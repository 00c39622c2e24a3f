// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nesting of values by the dots in their names: {@code a.b} is member {@code b} of {@code a}, {@code a.0} the first element of
 * a list; two dots are one that belongs to the name.
 *
 * <p>All methods are pure. QEMU: qobject/block-qdict.c, qdict_crumple.
 */
final class DottedNames {
    private DottedNames() {}

    /**
     * Returns a map, or a list if all names begin with indices.
     *
     * @throws ValueException if a name is used for a value and for what holds values, or an index is missing
     */
    static Object nested(Map<String, ?> flat) {
        Map<String, Object> members = new LinkedHashMap<>();
        Map<String, Map<String, Object>> parents = new LinkedHashMap<>();
        flat.forEach((name, value) -> {
            int dot = dot(name);
            String first = name.substring(0, dot).replace("..", ".");
            boolean isPart = dot < name.length();
            if (isPart ? members.containsKey(first) : parents.containsKey(first)) {
                throw new ValueException("Cannot mix scalar and non-scalar keys");
            }
            if (isPart) {
                parents.computeIfAbsent(first, key -> new LinkedHashMap<>()).put(name.substring(dot + 1), value);
            } else {
                members.put(first, value);
            }
        });
        parents.forEach((name, parts) -> members.put(name, nested(parts)));
        return listed(members);
    }

    /** Returns where the first dot is that is no half of two, or the length. */
    private static int dot(String name) {
        int at = name.indexOf('.');
        while (at >= 0 && name.startsWith(".", at + 1)) {
            at = name.indexOf('.', at + 2);
        }
        return at < 0 ? name.length() : at;
    }

    private static Object listed(Map<String, Object> members) {
        long indices = members.keySet().stream()
                .filter(name -> name.matches("[0-9]{1,9}"))
                .count();
        if (indices == 0) {
            return members;
        }
        if (indices < members.size()) {
            throw new ValueException("Cannot mix list and non-list keys");
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Object element = members.get(Integer.toString(i));
            if (element == null) {
                int largest = members.keySet().stream()
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElseThrow();
                throw new ValueException("List indices are not contiguous, saw " + members.size() + " elements but "
                        + largest + " largest index");
            }
            elements.add(element);
        }
        return elements;
    }
}
