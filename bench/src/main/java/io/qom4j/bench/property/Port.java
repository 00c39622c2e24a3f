// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.value.ValueType;

/** A port as an object of the model. */
final class Port extends QomObject {
    static final TypeInfo TYPE_INFO = TypeInfo.of("port", Port.class)
            .factory(Port::new)
            .classInit(Port::classInit)
            .build();

    private boolean enabled;
    private boolean loopback;
    private boolean fifo;
    private boolean parity;
    private boolean echo;
    private boolean flow;
    private boolean halted;
    private boolean dtr;
    private long baud;
    private long clock;
    private long divisor;
    private long irq;
    private long base;
    private long depth;
    private long timeout;
    private long trigger;

    private static void classInit(ObjectClass oc) {
        oc.addBool("enabled", (Port p) -> p.enabled, (Port p, boolean value) -> p.enabled = value);
        oc.addBool("loopback", (Port p) -> p.loopback, (Port p, boolean value) -> p.loopback = value);
        oc.addBool("fifo", (Port p) -> p.fifo, (Port p, boolean value) -> p.fifo = value);
        oc.addBool("parity", (Port p) -> p.parity, (Port p, boolean value) -> p.parity = value);
        oc.addBool("echo", (Port p) -> p.echo, (Port p, boolean value) -> p.echo = value);
        oc.addBool("flow", (Port p) -> p.flow, (Port p, boolean value) -> p.flow = value);
        oc.addBool("halted", (Port p) -> p.halted, (Port p, boolean value) -> p.halted = value);
        oc.addBool("dtr", (Port p) -> p.dtr, (Port p, boolean value) -> p.dtr = value);
        oc.addInteger("baud", ValueType.signed(64), (Port p) -> p.baud, (Port p, long value) -> p.baud = value);
        oc.addInteger("clock", ValueType.signed(64), (Port p) -> p.clock, (Port p, long value) -> p.clock = value);
        oc.addInteger(
                "divisor", ValueType.signed(64), (Port p) -> p.divisor, (Port p, long value) -> p.divisor = value);
        oc.addInteger("irq", ValueType.signed(64), (Port p) -> p.irq, (Port p, long value) -> p.irq = value);
        oc.addInteger("base", ValueType.signed(64), (Port p) -> p.base, (Port p, long value) -> p.base = value);
        oc.addInteger("depth", ValueType.signed(64), (Port p) -> p.depth, (Port p, long value) -> p.depth = value);
        oc.addInteger(
                "timeout", ValueType.signed(64), (Port p) -> p.timeout, (Port p, long value) -> p.timeout = value);
        oc.addInteger(
                "trigger", ValueType.signed(64), (Port p) -> p.trigger, (Port p, long value) -> p.trigger = value);
    }
}
