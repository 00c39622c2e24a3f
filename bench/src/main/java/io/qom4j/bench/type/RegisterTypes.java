// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.type;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.value.ValueType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Registering 10,000 types of eight properties and making their classes, for each type. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class RegisterTypes {
    private static final int TYPES = 10_000;
    private final String[] names = new String[TYPES];

    /** An object with a field for each kind of property. */
    private static final class Device extends QomObject {
        private boolean flag;
        private long number;
    }

    /** Names the types. */
    public RegisterTypes() {
        for (int i = 0; i < TYPES; i++) {
            names[i] = "device-" + i;
        }
    }

    private static void classInit(ObjectClass oc) {
        oc.addBool("link", (Device d) -> d.flag, (Device d, boolean value) -> d.flag = value);
        oc.addBool("rss", (Device d) -> d.flag, (Device d, boolean value) -> d.flag = value);
        oc.addBool("offload", (Device d) -> d.flag, (Device d, boolean value) -> d.flag = value);
        oc.addInteger("queues", ValueType.unsigned(16), (Device d) -> d.number, (Device d, long v) -> d.number = v);
        oc.addInteger("mtu", ValueType.unsigned(32), (Device d) -> d.number, (Device d, long v) -> d.number = v);
        oc.addInteger("speed", ValueType.unsigned(64), (Device d) -> d.number, (Device d, long v) -> d.number = v);
        oc.addInteger("irq", ValueType.signed(32), (Device d) -> d.number, (Device d, long v) -> d.number = v);
        oc.addSize("ring", (Device d) -> d.number, (Device d, long v) -> d.number = v);
    }

    /** A new runtime with all types and classes. */
    @Benchmark
    @OperationsPerInvocation(TYPES)
    public Qom registerAndMakeClasses() {
        Qom qom = Qom.builder().build();
        for (String name : names) {
            qom.types()
                    .register(TypeInfo.of(name, Device.class)
                            .factory(Device::new)
                            .classInit(RegisterTypes::classInit)
                            .build());
        }
        for (String name : names) {
            qom.types().get(name);
        }
        return qom;
    }
}
