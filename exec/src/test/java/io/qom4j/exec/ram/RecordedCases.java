// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Sequences of adds and deletes with the blocks that QEMU 7.2 listed after each step. */
record RecordedCases(List<Case> cases) {
    record Case(String name, List<Step> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A step: adds a block of a size, or, if that is 0, deletes one. */
    record Step(String id, String type, long size, boolean reserve, List<Row> blocks) {}

    record Row(String name, long pageSize, long offset, long used, long total) {}

    static List<Case> all() {
        try (InputStream in = Objects.requireNonNull(
                        RecordedCases.class.getResourceAsStream("recorded-placements.json"), "resource");
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            parser.nextToken();
            List<Case> cases = new ArrayList<>();
            for (Object item : list(map(value(parser)).get("cases"))) {
                List<Step> steps = list(map(item).get("steps")).stream()
                        .map(RecordedCases::step)
                        .toList();
                cases.add(new Case((String) map(item).get("name"), steps));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(Object item) {
        List<Row> rows = list(map(item).get("blocks")).stream()
                .map(row -> row(list(row)))
                .toList();
        if (map(item).containsKey("del")) {
            return new Step((String) map(item).get("del"), "", 0, true, rows);
        }
        Map<String, Object> add = map(map(item).get("add"));
        return new Step(
                (String) add.get("id"),
                (String) add.get("qom-type"),
                (Long) add.get("size"),
                !Boolean.FALSE.equals(add.get("reserve")),
                rows);
    }

    private static Row row(List<Object> cells) {
        return new Row((String) cells.get(0), (Long) cells.get(1), (Long) cells.get(2), (Long) cells.get(3), (Long)
                cells.get(4));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException("unexpected " + parser.currentToken());
        };
    }
}
