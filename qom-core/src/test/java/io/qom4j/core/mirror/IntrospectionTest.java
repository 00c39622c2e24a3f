// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.help.QemuHelp;
import io.qom4j.core.help.TypeHelp;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.property.Property;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What QEMU's tests/qtest/device-introspect-test.c and qom-test.c check: asking is harmless, and the answers fit together. */
class IntrospectionTest {
    private final Qom qom = Qom.builder().build();

    @BeforeEach
    void registerTypes() {
        qom.types().register(TypeInfo.ofInterface("hotplug").build());
        qom.types()
                .register(Thing.type("device")
                        .abstractType()
                        .classInit(oc -> oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v))
                        .instanceInit(device -> device.addChild("part", qom.newObject("container")))
                        .build());
        qom.types()
                .register(Thing.type("sys-bus-device")
                        .parent("device")
                        .interfaces("hotplug", UserCreatable.TYPE_NAME)
                        .build());
        qom.types().register(Thing.type("port").parent("device").build());
    }

    @Test
    void askingAboutEveryTypeChangesNothingInTheTree() {
        qom.root().addChild("d", qom.newObject("port"));
        List<String> before = qom.query("**").stream().map(QomObject::toString).toList();
        for (QomClass each : qom.types().list(null, true)) {
            if (each instanceof ObjectClass type) {
                assertThat(TypeHelp.of(type).lines()).isNotEmpty();
                assertThat(QemuHelp.options(type)).isNotEmpty();
                type.properties()
                        .forEach(property ->
                                assertThat(property.type().describe()).isNotEmpty());
            }
        }
        assertThat(qom.query("**").stream().map(QomObject::toString)).isEqualTo(before);
    }

    @Test
    void abstractTypesAreThoseThatTheListWithoutAbstractOnesLacks() {
        List<QomClass> concrete = qom.types().list(null, false);
        for (QomClass each : qom.types().list(null, true)) {
            boolean isAbstract = !(each instanceof ObjectClass type) || type.isAbstract();
            assertThat(concrete.contains(each)).as(each.name()).isNotEqualTo(isAbstract);
        }
    }

    @Test
    void everyTypeInTheListOfATypeDescendsFromIt() {
        for (String ancestor : new String[] {"object", "device", "sys-bus-device"}) {
            assertThat(qom.types().list(ancestor, true))
                    .allMatch(each -> each instanceof ObjectClass type && type.isA(ancestor))
                    .isNotEmpty();
        }
    }

    @Test
    void everyPropertyOfEveryObjectIsReadOnAWalkOverTheTree() {
        qom.root().addChild("a", qom.newObject("port"));
        qom.root().addChild("b", qom.newObject("sys-bus-device"));
        int read = 0;
        for (QomObject object : qom.query("**")) {
            for (Property property : object.properties()) {
                JsonOutputVisitor json = new JsonOutputVisitor();
                object.get(property.name(), json);
                assertThat(json.value()).isNotNull();
                read++;
            }
        }
        assertThat(read).isEqualTo(3 + 2 * 3 + 2);
    }
}
