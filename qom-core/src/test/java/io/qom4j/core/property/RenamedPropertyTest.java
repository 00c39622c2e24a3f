// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.Thing;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenamedPropertyTest {
    private final List<String> warnings = new ArrayList<>();
    private final Qom qom =
            Qom.builder().warnings((Warning w) -> warnings.add(w.message())).build();
    private Thing thing;

    @BeforeEach
    void makeThing() {
        qom.types()
                .register(Thing.type("thing")
                        .classInit(oc -> {
                            oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v);
                            oc.addRenamed("sz", "size");
                            oc.addLink(
                                    "target",
                                    "thing",
                                    Thing.class,
                                    (Thing t) -> t.target,
                                    (Thing t, @Nullable Thing v) -> t.target = v);
                            oc.addRenamed("goal", "target");
                        })
                        .build());
        thing = Thing.make(qom, "thing");
    }

    @Test
    void formerNameSetsThePresentPropertyWithAWarning() {
        thing.parse("sz", "1k");
        assertThat(thing.number).isEqualTo(1024);
        assertThat(warnings).containsExactly("Property 'thing.sz' is deprecated, use 'size'");
    }

    @Test
    void formerNameReadsThePresentPropertyWithoutAWarning() {
        thing.setLong("size", 7);
        assertThat(thing.print("sz", false)).isEqualTo("7");
        assertThat(warnings).isEmpty();
    }

    @Test
    void refusedSetDoesNotWarn() {
        assertThatThrownBy(() -> thing.parse("sz", "x")).isInstanceOf(ValueException.class);
        assertThat(warnings).isEmpty();
    }

    @Test
    void originIsThePresentProperties() {
        thing.parse("sz", "1k");
        assertThat(thing.origin("size")).isSameAs(Origins.API);
        assertThat(thing.origin("sz")).isSameAs(Origins.API);
    }

    @Test
    void inheritedPropertyMayBeRenamed() {
        qom.types()
                .register(Thing.type("child")
                        .parent("thing")
                        .classInit(oc -> oc.addRenamed("length", "size"))
                        .build());
        Thing child = Thing.make(qom, "child");
        child.parse("length", "3");
        assertThat(child.number).isEqualTo(3);
    }

    @Test
    void propertyIsDeclaredBeforeItsFormerNames() {
        qom.types()
                .register(Thing.type("hasty")
                        .classInit(oc -> oc.addRenamed("sz", "size"))
                        .build());
        assertThatThrownBy(() -> qom.types().get("hasty"))
                .isInstanceOf(PropertyException.class)
                .hasMessage("Property 'size', of which 'sz' is a former name, not found");
    }

    @Test
    void ownPropertyMayBeRenamed() {
        thing.addProperty(RenamedProperty.of("bytes", "size"));
        thing.parse("bytes", "5");
        assertThat(thing.number).isEqualTo(5);
    }

    @Test
    void formerNameSaysWhatItStandsFor() {
        RenamedProperty sz = thing.objectClass().property("sz", RenamedProperty.class);
        assertThat(sz.present()).isSameAs(thing.property("size"));
        assertThat(sz.typeName()).isEqualTo("int");
        assertThat(sz.description()).isEqualTo("Former name of 'size'");
    }

    @Test
    void pathRunsThroughTheFormerNameOfALink() {
        Thing target = Thing.make(qom, "thing");
        qom.root().addChild("thing", thing);
        thing.setLink("target", target);
        assertThat(qom.find("/thing/goal")).isSameAs(target);
        assertThat(qom.find("thing/goal")).isSameAs(target);
    }
}
