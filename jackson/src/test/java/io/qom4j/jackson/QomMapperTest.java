// SPDX-License-Identifier: Apache-2.0
package io.qom4j.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomModule;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.value.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QomMapperTest {
    private static final class Lamp extends QomObject implements UserCreatable {
        private long brightness = 3;
        private boolean isOn;
        private String wallPaint = "";
        private @Nullable Lamp next;

        static void classInit(ObjectClass oc) {
            oc.addInteger(
                    "brightness",
                    ValueType.unsigned(8).between(1, 9),
                    (Lamp l) -> l.brightness,
                    (Lamp l, long v) -> l.brightness = v);
            oc.addBool("on", (Lamp l) -> l.isOn, (Lamp l, boolean v) -> l.isOn = v);
            oc.addString("wall-paint", (Lamp l) -> l.wallPaint, Lamp::paint);
            oc.addLink("next", "lamp", Lamp.class, (Lamp l) -> l.next, (Lamp l, @Nullable Lamp v) -> l.next = v);
            oc.addInteger("heat", ValueType.unsigned(8), (Lamp l) -> 40, null);
        }

        private void paint(String value) {
            if (value.equals("black")) {
                throw new ValueException("black walls are not for lamps");
            }
            wallPaint = value;
        }
    }

    record Light(
            String qomType,
            String id,
            int brightness,
            boolean on,
            @Nullable String wallPaint,
            @Nullable String next,
            List<Light> children) {}

    record Paint(String wallPaint, Integer brightness) {}

    private final QomModule lamps = new QomModule() {
        @Override
        public void registerTypes(TypeRegistry types) {
            types.register(TypeInfo.of("lamp", Lamp.class)
                    .factory(Lamp::new)
                    .interfaces(UserCreatable.TYPE_NAME)
                    .classInit(Lamp::classInit)
                    .build());
        }
    };
    private final Qom qom = Qom.builder().module(lamps).build();
    private final QomMapper mapper = QomMapper.create();

    @AfterEach
    void close() {
        qom.close();
    }

    private QomObject load() {
        return ConfigLoader.of(qom).text("""
                        [{'qom-type': 'lamp', 'id': 'l0', 'on': true, 'wall-paint': 'white', 'next': 'l1',
                          'children': [{'qom-type': 'lamp', 'id': 'bulb', 'brightness': 9}]},
                         {'qom-type': 'lamp', 'id': 'l1'}]
                        """, "lamps.json").load().objects().getFirst();
    }

    @Test
    void subtreeIsReadAsARecordWithWhatItOwns() {
        assertThat(mapper.read(load(), Light.class))
                .isEqualTo(new Light(
                        "lamp",
                        "l0",
                        3,
                        true,
                        "white",
                        "/objects/l1",
                        List.of(new Light("lamp", "bulb", 9, false, "", "", List.of()))));
    }

    @Test
    void recordsMakeTheObjectsThatTheyWereReadFrom() {
        Light light = mapper.read(load(), Light.class);
        Light other = mapper.read(qom.resolve("/objects/l1"), Light.class);
        try (Qom second = Qom.builder().module(lamps).build()) {
            ConfigLoader.of(second)
                    .document(mapper.document(List.of(light, other)), "records")
                    .load();
            assertThat(mapper.read(second.resolve("/objects/l0"), Light.class)).isEqualTo(light);
        }
    }

    @Test
    void updateSetsWhatTheValueHasAndLeavesTheRest() {
        QomObject lamp = load();
        mapper.update(lamp, Map.of("brightness", 7, "heat", 40, "id", "l0"));
        assertThat(lamp.getLong("brightness")).isEqualTo(7);
        assertThat(lamp.getString("wall-paint")).isEqualTo("white");
    }

    @Test
    void updateOfWhichOneValueIsIllegalSetsNothing() {
        QomObject lamp = load();
        assertThatThrownBy(() -> mapper.update(lamp, new Paint("green", 10))).hasMessageContaining("brightness");
        assertThat(lamp.getString("wall-paint")).isEqualTo("white");
    }

    @Test
    void updateThatASetterRefusesPutsBackWhatWasSetBefore() {
        QomObject lamp = load();
        assertThatThrownBy(() -> mapper.update(lamp, Map.of("brightness", 7, "wall-paint", "black")))
                .hasMessage("black walls are not for lamps");
        assertThat(lamp.getLong("brightness")).isEqualTo(3);
    }
}
