// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.object;

import io.qom4j.core.Qom;
import io.qom4j.core.property.BoolProperty;
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

/** Setting and reading a boolean by name and by handle, beside a plain field and a switch written by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PropertyBenchmark {
    private static final int NAMES = 3;
    private final String[] names = {"link", "rss", "offload"};
    private final Nic nic;
    private final BoolProperty[] handles = new BoolProperty[NAMES];
    private boolean value;

    /** Makes the object. */
    public PropertyBenchmark() {
        Qom qom = Qom.builder().build();
        qom.types().register(Nic.TYPE_INFO);
        nic = qom.newObject("nic", Nic.class);
        for (int i = 0; i < NAMES; i++) {
            handles[i] = (BoolProperty) nic.property(names[i]);
        }
    }

    /** The limit: a method that stores a field. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void plainSet() {
        value = !value;
        for (int i = 0; i < NAMES; i++) {
            nic.setLink(value);
        }
    }

    /** A switch written by hand. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void switchSet() {
        value = !value;
        for (String name : names) {
            nic.setBySwitch(name, value);
        }
    }

    /** The object model, by name. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void nameSet() {
        value = !value;
        for (String name : names) {
            nic.setBool(name, value);
        }
    }

    /** The object model, by handle. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void handleSet() {
        value = !value;
        for (BoolProperty handle : handles) {
            handle.set(nic, value);
        }
    }

    /** A switch written by hand. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public int switchGet() {
        int count = 0;
        for (String name : names) {
            count += nic.getBySwitch(name) ? 1 : 0;
        }
        return count;
    }

    /** The object model, by name. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public int nameGet() {
        int count = 0;
        for (String name : names) {
            count += nic.getBool(name) ? 1 : 0;
        }
        return count;
    }

    /** The object model, by handle. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public int handleGet() {
        int count = 0;
        for (BoolProperty handle : handles) {
            count += handle.get(nic) ? 1 : 0;
        }
        return count;
    }
}
