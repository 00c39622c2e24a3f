// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.config.ConfigException;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.property.ListCodec;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.ScalarCodec;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    enum Policy {
        ALLOW,
        DENY
    }

    record Rule(
            String match,
            Policy policy,
            @QomProperty(min = 0, max = 7) int level,
            Optional<String> note) {
        Rule {
            if (match.isEmpty()) {
                throw new IllegalArgumentException("match is empty");
            }
        }
    }

    record Limits(@QomProperty(size = true) long maxBurst, Optional<Long> average, List<Short> steps, boolean hard) {}

    @QomType(name = "filter")
    static class Filter extends QomObject implements UserCreatable {
        @QomProperty(description = "Rules, the first that matches counts")
        List<Rule> rules = List.of();

        @QomProperty
        Limits limits = new Limits(1, Optional.empty(), List.of(), false);

        @QomProperty(defaultValue = "1,3-4", unsigned = true, max = 100)
        List<Integer> ports = List.of();

        @QomProperty
        List<String> tags;

        @QomProperty
        Rule last;
    }

    @QomType(name = "odd")
    static class Odd extends QomObject {
        @QomProperty
        List<Object> things = List.of();
    }

    private final Qom qom = Qom.builder().build();

    @BeforeEach
    void register() {
        qom.types().register(Filter.class);
    }

    private Filter load(String members) {
        return ConfigLoader.of(qom)
                .text("{'qom-type': 'filter', 'id': 'f0', " + members + "}", "f.json")
                .load()
                .objects()
                .getFirst()
                .as(Filter.class);
    }

    private static String read(QomObject object, String property) {
        JsonOutputVisitor visitor = new JsonOutputVisitor();
        object.get(property, visitor);
        return visitor.document().toString();
    }

    @Test
    void listOfStructsIsSetAndRead() {
        Filter filter = load("'rules': [{'match': 'a', 'policy': 'deny', 'level': 7},"
                + " {'match': 'b', 'policy': 'allow', 'level': 0, 'note': 'n'}]");
        assertThat(filter.rules)
                .containsExactly(
                        new Rule("a", Policy.DENY, 7, Optional.empty()),
                        new Rule("b", Policy.ALLOW, 0, Optional.of("n")));
        assertThat(read(filter, "rules"))
                .isEqualTo("[{\"match\":\"a\",\"policy\":\"deny\",\"level\":7},"
                        + "{\"match\":\"b\",\"policy\":\"allow\",\"level\":0,\"note\":\"n\"}]");
    }

    @Test
    void structHasSizesOptionalMembersAndLists() {
        Filter filter = load("'limits': {'max-burst': '4k', 'average': 5, 'steps': [1, -2], 'hard': true}");
        assertThat(filter.limits).isEqualTo(new Limits(4096, Optional.of(5L), List.of((short) 1, (short) -2), true));
    }

    @Test
    void structIsSetFromJavaValuesToo() {
        QomObject made =
                qom.objects().add("filter", "f1", Map.of("last", Map.of("match", "x", "policy", "allow", "level", 1)));
        assertThat(made.as(Filter.class).last).isEqualTo(new Rule("x", Policy.ALLOW, 1, Optional.empty()));
    }

    @Test
    void illegalMemberIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> load("'rules': [{'match': 'a', 'policy': 'deny', 'level': 8}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("level");
        assertThatThrownBy(() -> load("'rules': [{'match': 'a', 'policy': 'deny', 'level': 1, 'mach': 2}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("mach");
        assertThatThrownBy(() -> load("'rules': [{'policy': 'deny', 'level': 1}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("match");
        assertThat(qom.objects().all()).isEmpty();
    }

    @Test
    void recordThatRefusesItsValuesRefusesTheSet() {
        Filter filter = load("'tags': ['x']");
        assertThatThrownBy(() -> qom.objects()
                        .add("filter", "f1", Map.of("last", Map.of("match", "", "policy", "allow", "level", 1))))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'last' is no legal Rule: match is empty");
        assertThat(qom.objects().all()).containsExactly(filter);
    }

    @Test
    void listOfNumbersMayHaveADefault() {
        Filter filter = load("'tags': []");
        assertThat(filter.ports).containsExactly(1, 3, 4);
        assertThat(filter.origin("ports").describe()).isEqualTo("default of filter");
        assertThatThrownBy(() -> filter.parse("ports", "1,101")).isInstanceOf(ValueException.class);
        assertThat(filter.ports).containsExactly(1, 3, 4);
    }

    @Test
    void listThatIsNotThereReadsAsEmptyAndAStructIsRefused() {
        Filter filter = qom.newObject("filter", Filter.class);
        assertThat(read(filter, "tags")).isEqualTo("[]");
        assertThatThrownBy(() -> read(filter, "last"))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'last' has no Rule yet");
    }

    @Test
    void typeOfAStructSaysWhatItsMembersAre() {
        StructType rule = (StructType)
                ((ListType) qom.types().get("filter").property("rules").type()).element();
        assertThat(rule.name()).isEqualTo("Rule");
        assertThat(rule.members())
                .containsExactly(
                        new StructType.Member("match", ValueType.string(), false),
                        new StructType.Member("policy", ValueType.words("Policy", List.of("allow", "deny")), false),
                        new StructType.Member("level", ValueType.signed(32).between(0, 7), false),
                        new StructType.Member("note", ValueType.string(), true));
    }

    @Test
    void componentThatNoStructHoldsIsRefusedWithWhatWouldDo() {
        record Bad(Thread thread) {}
        assertThatThrownBy(() -> RecordCodec.of(Bad.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "component 'thread' of Bad is of type java.lang.Thread, which no struct holds; use boolean");
        assertThatThrownBy(() -> qom.types().register(Odd.class))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("field 'things' is of type java.lang.Object, which no struct holds");
    }

    @Test
    void listOfStringsIsDeclaredWithoutAnnotations() {
        class Box extends QomObject {
            List<String> tags = List.of();
        }
        qom.types()
                .register(TypeInfo.of("box", Box.class)
                        .factory(Box::new)
                        .classInit(oc -> oc.addValue(
                                "tags",
                                new ListCodec<>(ScalarCodec.of(ValueType.string(), String.class)),
                                (Box b) -> b.tags,
                                (Box b, List<String> v) -> b.tags = v))
                        .build());
        Box box = qom.newObject("box", Box.class);
        JsonDocument json = JsonDocument.of(List.of("a", "b"));
        box.set("tags", JsonInputVisitor.qmp(json, JsonDocument.ROOT, Negatives.REFUSE), Origins.API);
        assertThat(box.tags).containsExactly("a", "b");
    }
}
