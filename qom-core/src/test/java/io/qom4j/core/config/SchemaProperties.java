// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.qom4j.core.Qom;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.schema.ConfigSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the loader, asked the same: what one accepts, the other does. */
class SchemaProperties {
    /** What takes more than one look at one text, which no schema can have. */
    private static final Set<DiagnosticCode> BEYOND_SCHEMAS = EnumSet.of(
            DiagnosticCode.UNREADABLE_FILE,
            DiagnosticCode.DUPLICATE_MEMBER,
            DiagnosticCode.DUPLICATE_ID,
            DiagnosticCode.LINK_NOT_FOUND,
            DiagnosticCode.LINK_TO_OTHER_TYPE,
            DiagnosticCode.LINK_AMBIGUOUS,
            DiagnosticCode.LINK_CYCLE,
            DiagnosticCode.ENVIRONMENT_UNSET,
            DiagnosticCode.REFUSED_VALUE);

    private static final List<String> NAMES = List.of(
            "qom-type",
            "id",
            "children",
            "objects",
            "defaults",
            "globals",
            "include",
            "$schema",
            "size",
            "level",
            "queues",
            "built",
            "timeout",
            "clock",
            "cache",
            "bus",
            "mirror",
            "label",
            "nothing",
            "drive",
            "part",
            "span",
            "port",
            "old-label");

    /** Reads numbers as they are written. The validator cannot take numbers with an exponent beyond 64 bits: none is tried. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Schema schema;
    private final Schema schemaWithEnvironment;

    SchemaProperties() {
        try (Qom qom = Workshop.open()) {
            schema = read(ConfigSchema.of(qom.types()).document());
            schemaWithEnvironment =
                    read(ConfigSchema.of(qom.types()).withEnvironment().document());
        }
    }

    private static Schema read(JsonDocument schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
    }

    private static List<Error> refusals(Schema schema, String json) {
        return schema.validate(EXACT.readTree(json));
    }

    private static List<Diagnostic> problems(String json, boolean withEnvironment) {
        try (Qom qom = Workshop.open()) {
            ConfigLoader loader = ConfigLoader.of(qom).text(json, "random.json");
            if (withEnvironment) {
                loader.environment(name -> null);
            }
            return loader.check().stream()
                    .filter(each -> each.isError() && !BEYOND_SCHEMAS.contains(each.code()))
                    .toList();
        }
    }

    private void agree(@Nullable Object document) {
        String json = JsonDocument.of(document).toString();
        agree(json, schema, false);
        agree(json, schemaWithEnvironment, true);
    }

    private static void agree(String json, Schema schema, boolean withEnvironment) {
        List<Error> refusals = refusals(schema, json);
        List<Diagnostic> problems = problems(json, withEnvironment);
        assertThat(refusals.isEmpty())
                .as("%s%nschema: %s%nloader: %s", json, refusals, problems)
                .isEqualTo(problems.isEmpty());
    }

    @Provide
    Arbitrary<ConfigDocument> documents() {
        return RandomDocuments.documents();
    }

    /** Texts of the shapes that quantities have, right and wrong. */
    @Provide
    Arbitrary<String> quantities() {
        Arbitrary<String> numbers = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 70_000).map(String::valueOf),
                Arbitraries.longs().map(Long::toUnsignedString),
                Arbitraries.of(
                        "0",
                        "00",
                        "007",
                        "1.",
                        ".5",
                        "1.5",
                        "1.0625",
                        "1.03125",
                        "1.50000",
                        "0.0001",
                        "15.9375",
                        "16",
                        "18446744073709551615",
                        "18446744073709551616",
                        "18014398509481983.9375",
                        "18014398509481984",
                        "0x10",
                        "0x",
                        "0X1F",
                        "0xffffffffffffffff",
                        "0x10000000000000000",
                        "4294967295",
                        "4294967.295",
                        "4294.967295",
                        "4294.9672951",
                        "4.294967295",
                        "4.294967296",
                        "9223372036854775807",
                        "9223372036854775808",
                        "9223372036.854775807",
                        "9223372036.854775808",
                        "153722867.28091293",
                        "2562047.78801521550",
                        "2562047.78801521551",
                        "1e3",
                        "-1",
                        "+1",
                        " 1",
                        "1 "));
        return Combinators.combine(
                        numbers,
                        Arbitraries.of(
                                "", "b", "k", "K", "m", "G", "t", "P", "e", "kB", "ns", "us", "ms", "s", "min", "h",
                                "Hz", "kHz", "MHz", "GHz", " ", "x", "\n"))
                .as(String::concat);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                quantities().map(text -> (Object) text),
                Arbitraries.of(0L, 1L, 9L, 10L, -1L, 65535L, 65536L, 4294967295L, 4294967296L, Long.MAX_VALUE)
                        .map(value -> (Object) value),
                Arbitraries.of(0.5, 1.0, 9.0, 1e3, 1e18, -1.0, 4294967295.0).map(value -> (Object) value),
                Arbitraries.of(true, false).map(value -> (Object) value),
                Arbitraries.of("", "d0", "b0", "none", "write-back", "drive", "type", "9x", "x y", "é")
                        .map(value -> (Object) value),
                Arbitraries.just("HOME").map(name -> (Object) Map.of("$env", name)));
        Arbitrary<Object> members = Combinators.combine(Arbitraries.of(NAMES), scalars)
                .as((name, value) -> Map.entry(name, value))
                .list()
                .ofMaxSize(3)
                .map(SchemaProperties::map);
        Arbitrary<Object> nested = Combinators.combine(Arbitraries.of(NAMES), Arbitraries.oneOf(members, scalars))
                .as((name, value) -> Map.entry(name, value))
                .list()
                .ofMaxSize(3)
                .map(SchemaProperties::map);
        return Arbitraries.oneOf(
                scalars,
                members,
                nested,
                scalars.list().ofMaxSize(3).map(list -> (Object) list),
                nested.list().ofMaxSize(2).map(list -> (Object) list));
    }

    private static Object map(List<? extends Map.Entry<String, ?>> entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    /** Returns a document in which one value, at some depth, was replaced, added or taken away. */
    private static @Nullable Object mutant(@Nullable Object value, java.util.Random random, @Nullable Object other) {
        int dice = random.nextInt(10);
        if (value instanceof Map<?, ?> map && dice < 9) {
            Map<String, Object> changed = new LinkedHashMap<>();
            map.forEach((name, member) -> changed.put((String) name, member));
            List<String> names = new ArrayList<>(changed.keySet());
            if (names.isEmpty() || dice == 0) {
                changed.put(NAMES.get(random.nextInt(NAMES.size())), other);
            } else {
                String name = names.get(random.nextInt(names.size()));
                if (dice == 1) {
                    changed.remove(name);
                } else {
                    changed.put(name, mutant(changed.get(name), random, other));
                }
            }
            return changed;
        }
        if (value instanceof List<?> list && !list.isEmpty() && dice < 9) {
            List<Object> changed = new ArrayList<>(list);
            int at = random.nextInt(changed.size());
            changed.set(at, mutant(changed.get(at), random, other));
            return changed;
        }
        return other;
    }

    private static Map<String, @Nullable Object> framed(ConfigDocument document, int dice) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (dice % 3 == 0) {
            map.put("defaults", Map.of(dice % 2 == 0 ? "drive" : "part", Map.of("label", "x")));
        }
        if (dice % 5 == 0) {
            map.put("defaults", Map.of("drive", Map.of("size", "1k")));
        }
        if (dice % 4 == 0) {
            map.put("globals", Map.of("bus", Map.of("label", "g")));
        }
        map.put("objects", document.toJson().toJava(document.toJson().member(JsonDocument.ROOT, "objects")));
        return map;
    }

    @Property(tries = 150)
    void whatLoadsTheSchemaAccepts(@ForAll("documents") ConfigDocument document, @ForAll("dice") int dice) {
        String json = JsonDocument.of(framed(document, dice)).toString();
        assertThat(problems(json, false)).isEmpty();
        assertThat(refusals(schema, json)).isEmpty();
    }

    @Property(tries = 1500)
    void mutantIsAcceptedByBothOrByNeither(
            @ForAll("documents") ConfigDocument document,
            @ForAll("dice") int dice,
            @ForAll java.util.Random random,
            @ForAll("values") Object other) {
        agree(mutant(framed(document, dice), random, other));
    }

    @Property(tries = 500)
    void anyValueIsAcceptedAsADocumentByBothOrByNeither(@ForAll("values") Object value) {
        agree(value);
    }

    @Property(tries = 3000)
    void quantityIsAcceptedByBothOrByNeither(
            @ForAll("quantities") String text, @ForAll("quantityProperties") String property) {
        Map<String, Object> drive = new LinkedHashMap<>();
        drive.put("qom-type", "drive");
        drive.put("id", "d0");
        drive.put("size", 1);
        drive.put(property, text);
        agree(drive);
    }

    @Provide
    Arbitrary<String> quantityProperties() {
        return Arbitraries.of("size", "timeout", "clock", "span", "window", "level");
    }

    @Provide
    Arbitrary<Integer> dice() {
        return Arbitraries.integers().between(1, 60);
    }

    @Example
    void schemaItselfIsASchema() {
        try (Qom qom = Workshop.open()) {
            Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
            assertThat(meta.validate(ConfigSchema.of(qom.types()).document().toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }
}
