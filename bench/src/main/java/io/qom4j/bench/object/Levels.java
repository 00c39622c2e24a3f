// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.object;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.value.ValueType;

/** Types four deep: each has a hook that initialises and two properties with defaults; the last implements an interface. */
final class Levels {
    static final String INTERFACE = "pluggable";

    private Levels() {}

    /** What the interface is in Java. */
    interface Pluggable {}

    /** Level 1. */
    static class Part extends QomObject {
        private boolean flag0;
        private long number0;

        private static void classInit(ObjectClass oc) {
            oc.addBool("flag0", (Part o) -> o.flag0, (Part o, boolean value) -> o.flag0 = value)
                    .defaultValue(true);
            oc.addInteger(
                            "number0",
                            ValueType.signed(64),
                            (Part o) -> o.number0,
                            (Part o, long value) -> o.number0 = value)
                    .defaultValue(1);
        }
    }

    /** Level 2. */
    static class Device extends Part {
        private boolean flag1;
        private long number1;

        private static void classInit(ObjectClass oc) {
            oc.addBool("flag1", (Device o) -> o.flag1, (Device o, boolean value) -> o.flag1 = value)
                    .defaultValue(true);
            oc.addInteger(
                            "number1",
                            ValueType.signed(64),
                            (Device o) -> o.number1,
                            (Device o, long value) -> o.number1 = value)
                    .defaultValue(2);
        }
    }

    /** Level 3. */
    static class Card extends Device {
        private boolean flag2;
        private long number2;

        private static void classInit(ObjectClass oc) {
            oc.addBool("flag2", (Card o) -> o.flag2, (Card o, boolean value) -> o.flag2 = value)
                    .defaultValue(true);
            oc.addInteger(
                            "number2",
                            ValueType.signed(64),
                            (Card o) -> o.number2,
                            (Card o, long value) -> o.number2 = value)
                    .defaultValue(3);
        }
    }

    /** Level 4. */
    static final class Adapter extends Card implements Pluggable {
        private boolean flag3;
        private long number3;

        private static void classInit(ObjectClass oc) {
            oc.addBool("flag3", (Adapter o) -> o.flag3, (Adapter o, boolean value) -> o.flag3 = value)
                    .defaultValue(true);
            oc.addInteger(
                            "number3",
                            ValueType.signed(64),
                            (Adapter o) -> o.number3,
                            (Adapter o, long value) -> o.number3 = value)
                    .defaultValue(4);
        }
    }

    /** Registers the types. */
    static void register(Qom qom) {
        TypeRegistry types = qom.types();
        types.register(TypeInfo.ofInterface(INTERFACE).build());
        types.register(TypeInfo.of("part", Part.class)
                .factory(Part::new)
                .classInit(Part::classInit)
                .instanceInit(object -> object.number0++)
                .build());
        types.register(TypeInfo.of("device", Device.class)
                .factory(Device::new)
                .parent("part")
                .classInit(Device::classInit)
                .instanceInit(object -> object.number1++)
                .build());
        types.register(TypeInfo.of("card", Card.class)
                .factory(Card::new)
                .parent("device")
                .classInit(Card::classInit)
                .instanceInit(object -> object.number2++)
                .build());
        types.register(TypeInfo.of("adapter", Adapter.class)
                .factory(Adapter::new)
                .parent("card")
                .interfaces(INTERFACE)
                .classInit(Adapter::classInit)
                .instanceInit(object -> object.number3++)
                .build());
    }
}
