// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which QEMU walks over the members of a JSON object, or of what it made from {@code key=value} text.
 *
 * <p>QEMU keeps members in a fixed number of buckets, a new one in front of those that are in its bucket already. Which of
 * several wrong members a refusal names follows from this order, so clients see it. Thread-safe: it has no state. QEMU: qobject/qdict.c,
 * tdb_hash and qdict_first.
 */
public final class DictionaryOrder {
    private static final int BUCKETS = 512;

    private DictionaryOrder() {}

    /**
     * Returns names in QEMU's order.
     *
     * @param names the names in the order in which they came, without repeats
     */
    public static List<String> of(List<String> names) {
        if (names.size() < 2) {
            return names;
        }
        Map<String, Integer> buckets = new HashMap<>();
        names.forEach(name -> buckets.put(name, bucket(name)));
        List<String> ordered = new ArrayList<>(names.reversed());
        ordered.sort(Comparator.comparing(buckets::get));
        return ordered;
    }

    private static int bucket(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int value = 0x238F13AF * bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            value += (bytes[i] & 0xff) << i * 5 % 24;
        }
        return Integer.remainderUnsigned(1103515243 * value + 12345, BUCKETS);
    }
}
