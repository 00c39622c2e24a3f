// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomModule;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.property.TimeCodec;
import io.qom4j.core.value.ValueType;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The made-up type of docs/diagnostics.md, which has the kinds of properties that memory backends have not. */
final class Alarm extends QomObject implements UserCreatable {

    private enum Tone {
        BELL,
        BUZZ,
        SING
    }

    private LocalDateTime ringsAt = LocalDateTime.of(2026, 1, 1, 7, 0);
    private long snooze;
    private long volume = 5;
    private Tone tone = Tone.BELL;
    private @Nullable Alarm backup;

    /** The module that has the type. */
    static final QomModule MODULE = new QomModule() {
        @Override
        public void registerTypes(TypeRegistry types) {
            types.register(TypeInfo.of("alarm", Alarm.class)
                    .factory(Alarm::new)
                    .interfaces(UserCreatable.TYPE_NAME)
                    .classInit(Alarm::classInit)
                    .build());
        }
    };

    private static void classInit(ObjectClass oc) {
        oc.addValue(
                "rings-at", TimeCodec.INSTANCE, (Alarm a) -> a.ringsAt, (Alarm a, LocalDateTime v) -> a.ringsAt = v);
        oc.addInteger(
                        "snooze",
                        ValueType.signed(64).between(0, 3_600_000_000_000L),
                        (Alarm a) -> a.snooze,
                        (Alarm a, long v) -> a.snooze = v)
                .unit("ns");
        oc.addRenamed("pause", "snooze");
        oc.addInteger(
                "volume",
                ValueType.unsigned(8).between(1, 11),
                (Alarm a) -> a.volume,
                (Alarm a, long v) -> a.volume = v);
        oc.addEnum("tone", "Tone", Tone.class, (Alarm a) -> a.tone, (Alarm a, Tone v) -> a.tone = v);
        oc.addLink("backup", "alarm", Alarm.class, (Alarm a) -> a.backup, (Alarm a, @Nullable Alarm v) -> a.backup = v);
    }
}
