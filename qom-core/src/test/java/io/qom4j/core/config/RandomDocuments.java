// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random documents of the workshop's types that load. */
final class RandomDocuments {
    private RandomDocuments() {}

    /** Returns legal values of each property of a drive but the links. */
    static Map<String, Arbitrary<? extends @Nullable Object>> driveValues() {
        Map<String, Arbitrary<? extends @Nullable Object>> values = new LinkedHashMap<>();
        values.put("label", Arbitraries.strings().ofMaxLength(8).filter(text -> text.indexOf('\0') < 0));
        values.put("spare", Arbitraries.of(true, false));
        values.put("read-only", Arbitraries.of(true, false));
        values.put("sectors", Arbitraries.longs().between(0, 0xffff_ffffL));
        values.put("offset", Arbitraries.longs());
        values.put("level", Arbitraries.integers().between(1, 9));
        values.put("speed", Arbitraries.doubles());
        values.put("file", Arbitraries.strings().alpha().ofMaxLength(3));
        values.put("cache", Arbitraries.of("none", "write-back", "write-through"));
        values.put("queues", Arbitraries.integers().between(0, 65535).list().ofMaxSize(4));
        values.put("timeout", Arbitraries.of(0, 7, "1.5ms", "3h", "0ns", "2min"));
        values.put("clock", Arbitraries.of(1, "32768Hz", "1.5MHz"));
        values.put(
                "built",
                Arbitraries.of(
                        Map.of("tm_year", 100, "tm_mon", 1, "tm_mday", 3, "tm_hour", 4, "tm_min", 5, "tm_sec", 6)));
        return values;
    }

    static Arbitrary<Object> sizes() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, Long.MAX_VALUE).map(size -> (Object) size),
                Arbitraries.of("0", "4k", "1.5G", "0x1000", "16383P", "15E", "010", "+1M", "0.25k"));
    }

    /** Returns the properties of a drive: its size and some others. */
    static Arbitrary<Map<String, @Nullable Object>> driveProperties() {
        List<Arbitrary<Map.Entry<String, @Nullable Object>>> entries = new ArrayList<>();
        driveValues()
                .forEach((name, value) ->
                        entries.add(value.map(any -> new AbstractMap.SimpleEntry<>(name, (Object) any))));
        Arbitrary<Map<String, @Nullable Object>> others = Arbitraries.<Arbitrary<Map.Entry<String, Object>>>of(entries)
                .flatMap(each -> each)
                .list()
                .ofMaxSize(8)
                .map(list -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    list.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
                    return map;
                });
        return Combinators.combine(sizes(), others).as((size, map) -> {
            Map<String, Object> all = new LinkedHashMap<>(map);
            all.put("size", size);
            return all;
        });
    }

    /** Returns documents in which drives and buses link to each other without circles, in any order. */
    static Arbitrary<ConfigDocument> documents() {
        Arbitrary<List<Map<String, @Nullable Object>>> drives =
                driveProperties().list().ofMaxSize(6);
        return Combinators.combine(drives, Arbitraries.integers().between(0, 4), Arbitraries.randoms())
                .as((properties, buses, random) -> {
                    List<ConfigObject> objects = new ArrayList<>();
                    for (int i = 0; i < buses; i++) {
                        Map<String, Object> values = new LinkedHashMap<>();
                        if (i > 0 && random.nextBoolean()) {
                            values.put("upstream", "b" + random.nextInt(i));
                        }
                        objects.add(new ConfigObject("bus", "b" + i, values, List.of()));
                    }
                    for (int i = 0; i < properties.size(); i++) {
                        Map<String, Object> values = new LinkedHashMap<>(properties.get(i));
                        if (buses > 0 && random.nextBoolean()) {
                            values.put("bus", (random.nextBoolean() ? "/objects/b" : "b") + random.nextInt(buses));
                        }
                        if (i > 0 && random.nextBoolean()) {
                            values.put("mirror", "d" + random.nextInt(i));
                        }
                        List<ConfigObject> children = random.nextInt(3) > 0
                                ? List.of()
                                : List.of(
                                        new ConfigObject("bus", "c0", Map.of(), List.of()),
                                        new ConfigObject("bus", "c1", Map.of("upstream", "c0"), List.of()));
                        objects.add(new ConfigObject("drive", "d" + i, values, children));
                    }
                    Collections.shuffle(objects, random);
                    return ConfigDocument.of(objects);
                });
    }
}
