// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.CompositionTree;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The library calls behind the recorded requests, without a server or a protocol between. */
final class ObjectCalls {
    private final Qom qom;

    ObjectCalls(Qom qom) {
        this.qom = qom;
    }

    /** Returns what a request leads to, in the form of a reply. */
    Object answer(String command, Map<?, ?> arguments) {
        try {
            return Map.of("return", Objects.requireNonNull(result(command, arguments)));
        } catch (QomException refused) {
            return Map.of(
                    "error",
                    Map.of("class", refused.errorClass().wireName(), "desc", String.valueOf(refused.getMessage())));
        }
    }

    private @Nullable Object result(String command, Map<?, ?> arguments) {
        return switch (command) {
            case "object-add" -> {
                JsonDocument document = JsonDocument.of(arguments);
                qom.objects().add(() -> visitor(document), Origins.QMP);
                yield Map.of();
            }
            case "object-del" -> {
                qom.objects().delete((String) Objects.requireNonNull(arguments.get("id")));
                yield Map.of();
            }
            case "qom-get" -> {
                QmpJsonWriter json = QmpJsonWriter.compact();
                QomObject object = object(arguments);
                object.property((String) Objects.requireNonNull(arguments.get("property")))
                        .get(object, json, null);
                yield parsed(json);
            }
            case "qom-set" -> {
                QomObject object = object(arguments);
                Property property = object.property((String) Objects.requireNonNull(arguments.get("property")));
                property.set(object, visitor(JsonDocument.of(arguments.get("value"))), property.name(), Origins.QMP);
                yield Map.of();
            }
            case "qom-list" -> {
                QomObject listed = qom.resolve((String) Objects.requireNonNull(arguments.get("path")));
                yield listed.properties().stream()
                        .filter(property -> !property.isExtension())
                        .map(property -> Map.of("name", property.name(), "type", property.typeName()))
                        .toList();
            }
            case "query-memdev" -> {
                QmpJsonWriter json = QmpJsonWriter.compact();
                MemdevInfo.writeAll(qom, json, null);
                yield parsed(json);
            }
            default -> throw new AssertionError("no library call is known for " + command);
        };
    }

    private static JsonInputVisitor visitor(JsonDocument document) {
        return JsonInputVisitor.qmp(document, JsonDocument.ROOT, Negatives.WRAP_LIKE_QEMU);
    }

    private static @Nullable Object parsed(QmpJsonWriter json) {
        return JsonReader.lenient().read(json.toString(), "reply").toJava(JsonDocument.ROOT);
    }

    private QomObject object(Map<?, ?> arguments) {
        String path = (String) Objects.requireNonNull(arguments.get("path"));
        QomObject object = qom.find(path);
        if (object == null) {
            throw CompositionTree.notFound(path);
        }
        return object;
    }

    /** Returns what {@code info memdev} tells, a map for each backend. */
    Object infoMemdev() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : MemdevInfo.text(qom).lines().toList()) {
            String[] cells = line.strip().split(":", 2);
            if (cells[0].equals("memory backend")) {
                rows.add(new LinkedHashMap<>(Map.of("id", cells[1].strip())));
            } else if (cells.length == 2) {
                rows.getLast().put(cells[0], cells[1].strip());
            }
        }
        return Map.of("return", rows);
    }

    /** Returns what {@code info ramblock} tells, a list for each block. */
    Object infoRamblock() {
        List<List<Object>> rows = new ArrayList<>();
        for (RamBlock block : qom.service(RamList.class).snapshot()) {
            rows.add(List.of(block.idstr(), block.pageSize(), block.offset(), block.usedLength(), block.maxLength()));
        }
        return Map.of("return", rows);
    }
}
