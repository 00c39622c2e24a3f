// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.property.BoolSetter;
import io.qom4j.core.value.ValueType;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** An object whose accessors can be had both as properties and as the lambdas behind them. */
final class Gauge extends QomObject {
    /** The accessors of a boolean. */
    record Flag(String name, Predicate<Gauge> getter, BoolSetter<Gauge> setter) {}

    /** The accessors of an integer. */
    record Amount(String name, ToLongFunction<Gauge> getter, ObjLongConsumer<Gauge> setter) {}

    static final List<Flag> FLAGS = List.of(
            new Flag("alarm", g -> g.alarm, (g, value) -> g.alarm = value),
            new Flag("armed", g -> g.armed, (g, value) -> g.armed = value),
            new Flag("busy", g -> g.busy, (g, value) -> g.busy = value),
            new Flag("closed", g -> g.closed, (g, value) -> g.closed = value),
            new Flag("dirty", g -> g.dirty, (g, value) -> g.dirty = value),
            new Flag("empty", g -> g.empty, (g, value) -> g.empty = value),
            new Flag("full", g -> g.full, (g, value) -> g.full = value),
            new Flag("gone", g -> g.gone, (g, value) -> g.gone = value));

    static final List<Amount> AMOUNTS = List.of(
            new Amount("amps", g -> g.amps, (g, value) -> g.amps = value),
            new Amount("beats", g -> g.beats, (g, value) -> g.beats = value),
            new Amount("count", g -> g.count, (g, value) -> g.count = value),
            new Amount("drops", g -> g.drops, (g, value) -> g.drops = value),
            new Amount("events", g -> g.events, (g, value) -> g.events = value),
            new Amount("faults", g -> g.faults, (g, value) -> g.faults = value),
            new Amount("gain", g -> g.gain, (g, value) -> g.gain = value),
            new Amount("hertz", g -> g.hertz, (g, value) -> g.hertz = value));

    static final TypeInfo TYPE_INFO = TypeInfo.of("gauge", Gauge.class)
            .factory(Gauge::new)
            .classInit(Gauge::classInit)
            .build();

    private boolean alarm;
    private boolean armed;
    private boolean busy;
    private boolean closed;
    private boolean dirty;
    private boolean empty;
    private boolean full;
    private boolean gone;
    private long amps;
    private long beats;
    private long count;
    private long drops;
    private long events;
    private long faults;
    private long gain;
    private long hertz;

    private static void classInit(ObjectClass oc) {
        FLAGS.forEach(each -> oc.addBool(each.name, each.getter, each.setter));
        AMOUNTS.forEach(each -> oc.addInteger(each.name, ValueType.signed(64), each.getter, each.setter));
    }
}
