// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.value.ValueType;

/** A timer as an object of the model. */
final class Ticker extends QomObject {
    static final TypeInfo TYPE_INFO = TypeInfo.of("timer", Ticker.class)
            .factory(Ticker::new)
            .classInit(Ticker::classInit)
            .build();

    private boolean enabled;
    private boolean periodic;
    private boolean oneshot;
    private boolean level;
    private boolean masked;
    private boolean gated;
    private boolean legacy;
    private boolean hidden;
    private long frequency;
    private long period;
    private long count;
    private long compare;
    private long ticks;
    private long channel;
    private long irq;
    private long prescale;

    private static void classInit(ObjectClass oc) {
        oc.addBool("enabled", (Ticker t) -> t.enabled, (Ticker t, boolean value) -> t.enabled = value);
        oc.addBool("periodic", (Ticker t) -> t.periodic, (Ticker t, boolean value) -> t.periodic = value);
        oc.addBool("oneshot", (Ticker t) -> t.oneshot, (Ticker t, boolean value) -> t.oneshot = value);
        oc.addBool("level", (Ticker t) -> t.level, (Ticker t, boolean value) -> t.level = value);
        oc.addBool("masked", (Ticker t) -> t.masked, (Ticker t, boolean value) -> t.masked = value);
        oc.addBool("gated", (Ticker t) -> t.gated, (Ticker t, boolean value) -> t.gated = value);
        oc.addBool("legacy", (Ticker t) -> t.legacy, (Ticker t, boolean value) -> t.legacy = value);
        oc.addBool("hidden", (Ticker t) -> t.hidden, (Ticker t, boolean value) -> t.hidden = value);
        oc.addInteger(
                "frequency",
                ValueType.signed(64),
                (Ticker t) -> t.frequency,
                (Ticker t, long value) -> t.frequency = value);
        oc.addInteger(
                "period", ValueType.signed(64), (Ticker t) -> t.period, (Ticker t, long value) -> t.period = value);
        oc.addInteger("count", ValueType.signed(64), (Ticker t) -> t.count, (Ticker t, long value) -> t.count = value);
        oc.addInteger(
                "compare", ValueType.signed(64), (Ticker t) -> t.compare, (Ticker t, long value) -> t.compare = value);
        oc.addInteger("ticks", ValueType.signed(64), (Ticker t) -> t.ticks, (Ticker t, long value) -> t.ticks = value);
        oc.addInteger(
                "channel", ValueType.signed(64), (Ticker t) -> t.channel, (Ticker t, long value) -> t.channel = value);
        oc.addInteger("irq", ValueType.signed(64), (Ticker t) -> t.irq, (Ticker t, long value) -> t.irq = value);
        oc.addInteger(
                "prescale",
                ValueType.signed(64),
                (Ticker t) -> t.prescale,
                (Ticker t, long value) -> t.prescale = value);
    }
}
