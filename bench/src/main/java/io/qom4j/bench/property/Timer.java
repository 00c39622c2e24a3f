// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.value.ValueType;

/** A timer as an object of the model. */
final class Timer extends QomObject {
    static final TypeInfo TYPE_INFO = TypeInfo.of("timer", Timer.class)
            .factory(Timer::new)
            .classInit(Timer::classInit)
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
        oc.addBool("enabled", (Timer t) -> t.enabled, (Timer t, boolean value) -> t.enabled = value);
        oc.addBool("periodic", (Timer t) -> t.periodic, (Timer t, boolean value) -> t.periodic = value);
        oc.addBool("oneshot", (Timer t) -> t.oneshot, (Timer t, boolean value) -> t.oneshot = value);
        oc.addBool("level", (Timer t) -> t.level, (Timer t, boolean value) -> t.level = value);
        oc.addBool("masked", (Timer t) -> t.masked, (Timer t, boolean value) -> t.masked = value);
        oc.addBool("gated", (Timer t) -> t.gated, (Timer t, boolean value) -> t.gated = value);
        oc.addBool("legacy", (Timer t) -> t.legacy, (Timer t, boolean value) -> t.legacy = value);
        oc.addBool("hidden", (Timer t) -> t.hidden, (Timer t, boolean value) -> t.hidden = value);
        oc.addInteger(
                "frequency",
                ValueType.signed(64),
                (Timer t) -> t.frequency,
                (Timer t, long value) -> t.frequency = value);
        oc.addInteger("period", ValueType.signed(64), (Timer t) -> t.period, (Timer t, long value) -> t.period = value);
        oc.addInteger("count", ValueType.signed(64), (Timer t) -> t.count, (Timer t, long value) -> t.count = value);
        oc.addInteger(
                "compare", ValueType.signed(64), (Timer t) -> t.compare, (Timer t, long value) -> t.compare = value);
        oc.addInteger("ticks", ValueType.signed(64), (Timer t) -> t.ticks, (Timer t, long value) -> t.ticks = value);
        oc.addInteger(
                "channel", ValueType.signed(64), (Timer t) -> t.channel, (Timer t, long value) -> t.channel = value);
        oc.addInteger("irq", ValueType.signed(64), (Timer t) -> t.irq, (Timer t, long value) -> t.irq = value);
        oc.addInteger(
                "prescale", ValueType.signed(64), (Timer t) -> t.prescale, (Timer t, long value) -> t.prescale = value);
    }
}
