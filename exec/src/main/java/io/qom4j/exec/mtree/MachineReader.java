// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonException;
import io.qom4j.core.json.JsonKind;
import io.qom4j.exec.region.RegionSize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A reader of recorded machines: of the members {@code address_spaces} and {@code regions} of a JSON document.
 *
 * <p>Addresses and sizes are strings in hexadecimal, or numbers. Other members are ignored. Confined to one thread.
 */
final class MachineReader {
    private static final Set<String> KINDS = Set.of("i/o", "ram", "rom", "romd", "ramd");
    private static final BigInteger WHOLE = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final JsonDocument document;

    MachineReader(JsonDocument document) {
        this.document = document;
    }

    /**
     * Reads the machine.
     *
     * @throws JsonException if a member is missing or of the wrong form
     */
    RecordedMachine read() {
        requireKind(JsonDocument.ROOT, JsonKind.OBJECT, "an object");
        return new RecordedMachine(
                each(member(JsonDocument.ROOT, "address_spaces"), this::space),
                each(member(JsonDocument.ROOT, "regions"), this::region));
    }

    private RecordedMachine.Space space(int node) {
        requireKind(node, JsonKind.OBJECT, "an object");
        return new RecordedMachine.Space(text(member(node, "name")), id(member(node, "root")));
    }

    private RecordedRegion region(int node) {
        requireKind(node, JsonKind.OBJECT, "an object");
        String kind = text(member(node, "kind"));
        if (!KINDS.contains(kind)) {
            throw refusal(member(node, "kind"), "'" + kind + "' is no kind of region: use i/o, ram, rom, romd or ramd");
        }
        return new RecordedRegion(
                id(member(node, "id")),
                text(member(node, "name")),
                kind,
                address(member(node, "addr")),
                size(member(node, "size")),
                priority(node),
                flag(node, "enabled", true),
                flag(member(node, "terminates")),
                flag(node, "readonly", false),
                flag(node, "nonvolatile", false),
                children(node),
                alias(node));
    }

    private RecordedRegion.@Nullable Alias alias(int region) {
        int node = document.member(region, "alias");
        if (node < 0 || document.kind(node) == JsonKind.NULL) {
            return null;
        }
        requireKind(node, JsonKind.OBJECT, "an object");
        return new RecordedRegion.Alias(id(member(node, "target")), address(member(node, "offset")));
    }

    private int member(int object, String name) {
        int node = document.member(object, name);
        if (node < 0) {
            throw refusal(object, "member '" + name + "' is missing");
        }
        return node;
    }

    private <T> List<T> each(int array, IntFunction<T> read) {
        requireKind(array, JsonKind.ARRAY, "an array");
        List<T> all = new ArrayList<>(document.childCount(array));
        for (int node = document.firstChild(array); node < document.end(array); node = document.end(node)) {
            all.add(read.apply(node));
        }
        return all;
    }

    private String text(int node) {
        requireKind(node, JsonKind.STRING, "a string");
        return document.string(node);
    }

    private boolean flag(int node) {
        if (document.kind(node) != JsonKind.FALSE) {
            requireKind(node, JsonKind.TRUE, "true or false");
        }
        return document.kind(node) == JsonKind.TRUE;
    }

    private boolean flag(int region, String name, boolean otherwise) {
        int node = document.member(region, name);
        return node < 0 ? otherwise : flag(node);
    }

    private long id(int node) {
        requireKind(node, JsonKind.INT64, "a number");
        return document.int64(node);
    }

    private int priority(int region) {
        int node = document.member(region, "priority");
        long value = node < 0 ? 0 : id(node);
        if (value != (int) value) {
            throw refusal(node, "a priority has 32 bits, not " + value);
        }
        return (int) value;
    }

    private List<Long> children(int region) {
        int node = document.member(region, "children");
        return node < 0 ? List.of() : each(node, this::id);
    }

    private long address(int node) {
        BigInteger value = number(node);
        if (value.bitLength() > Long.SIZE) {
            throw refusal(node, "an address is below 2^64, not 0x" + value.toString(16));
        }
        return value.longValue();
    }

    private RegionSize size(int node) {
        BigInteger value = number(node);
        if (value.compareTo(WHOLE) > 0) {
            throw refusal(node, "a size is at most 2^64, not 0x" + value.toString(16));
        }
        return value.equals(WHOLE) ? RegionSize.WHOLE : RegionSize.of(value.longValue());
    }

    private BigInteger number(int node) {
        BigInteger value;
        Object written = document.toJava(node);
        if (written instanceof Long small) {
            value = BigInteger.valueOf(small);
        } else if (written instanceof BigInteger large) {
            value = large;
        } else if (written instanceof String text) {
            value = hexadecimal(node, text);
        } else {
            throw refusal(node, "expected a number, such as \"0x1000\"");
        }
        if (value.signum() < 0) {
            throw refusal(node, "the number is negative");
        }
        return value;
    }

    private BigInteger hexadecimal(int node, String text) {
        String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw refusal(node, "'" + text + "' is no number in hexadecimal, such as \"0x1000\"");
        }
        return new BigInteger(digits, 16);
    }

    private void requireKind(int node, JsonKind kind, String words) {
        if (document.kind(node) != kind) {
            throw refusal(node, "expected " + words);
        }
    }

    private JsonException refusal(int node, String problem) {
        String pointer = document.pointer(node);
        return new JsonException(
                document.position(node),
                document.sourceLine(document.position(node).line()),
                (pointer.isEmpty() ? "" : pointer + ": ") + problem);
    }
}
