// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class KeyvalProperties {
    private static final List<String> PIECES =
            List.of("a", "b", ".", "0", "1", "=", ",", ",,", "-", "_", "__", "help", "?", "no", "id", " ", "x.y_z");

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(PIECES).list().ofMaxSize(16).map(pieces -> String.join("", pieces));
    }

    @Property
    void anyTextIsATreeOrRefused(@ForAll("scribbles") String text) {
        for (String implied : List.of("type", "a.b")) {
            try {
                Keyval parsed = Keyval.parse(text, implied);
                Keyval empty = Keyval.parse("", null);
                assertThat(Keyval.merge(parsed.tree(), empty.tree()))
                        .hasToString(parsed.tree().toString());
            } catch (ValueException refusal) {
                assertThat(refusal).hasMessageContaining("'");
            }
        }
    }

    @Property
    void anyTextIsAListOfOptions(@ForAll("scribbles") String text) {
        OptionList options = OptionList.parse(text, "type", WarningSink.IGNORE);
        var visitor = new OptionListVisitor(options, WarningSink.IGNORE);
        visitor.beginStruct(null);
        for (OptionList.Option option : options.options()) {
            if (visitor.isPresent(option.name())) {
                assertThat(visitor.readString(option.name())).isEqualTo(options.last(option.name()));
            }
        }
        if (visitor.isPresent("id")) {
            assertThat(visitor.readString("id")).isEqualTo(options.id());
        }
        visitor.checkStruct();
    }

    @Property
    void whatIsWrittenIsReadBack(
            @ForAll @Size(max = 5) List<String> scalars,
            @ForAll @Size(max = 5) List<@Size(min = 1) List<String>> lists) {
        Map<String, Object> expected = new LinkedHashMap<>();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < scalars.size(); i++) {
            expected.put("s" + i, scalars.get(i));
            items.add("s" + i + "=" + escaped(scalars.get(i)));
        }
        for (int i = 0; i < lists.size(); i++) {
            expected.put("l" + i, lists.get(i));
            for (int j = 0; j < lists.get(i).size(); j++) {
                items.add("l" + i + "." + j + "=" + escaped(lists.get(i).get(j)));
            }
        }
        Keyval parsed = Keyval.parse(String.join(",", items), null);
        assertThat(parsed.tree().toJava(ROOT)).isEqualTo(expected);
    }

    private static String escaped(String value) {
        return value.replace(",", ",,");
    }
}
