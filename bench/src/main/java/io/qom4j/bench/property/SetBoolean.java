// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.JMException;
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

/** Setting a boolean by its name. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Calls.COUNT)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class SetBoolean extends Peers {
    private boolean value;

    @Override
    List<String> properties(DeviceKind kind) {
        return kind.booleans();
    }

    /** A switch written by hand. */
    @Benchmark
    public void handwrittenSwitch() {
        value = !value;
        for (int i = 0; i < Calls.COUNT; i++) {
            beans[i].set(names[i], value);
        }
    }

    /** The object model. */
    @Benchmark
    public void qom() {
        value = !value;
        for (int i = 0; i < Calls.COUNT; i++) {
            objects[i].setBool(names[i], value);
        }
    }

    /** The descriptor of a bean, looked up in a map. */
    @Benchmark
    public void propertyDescriptor() throws ReflectiveOperationException {
        value = !value;
        for (int i = 0; i < Calls.COUNT; i++) {
            descriptor(i).getWriteMethod().invoke(beans[i], value);
        }
    }

    /** Commons BeanUtils. */
    @Benchmark
    public void beanUtils() throws ReflectiveOperationException {
        value = !value;
        for (int i = 0; i < Calls.COUNT; i++) {
            beanUtils.setSimpleProperty(beans[i], names[i], value);
        }
    }

    /** Spring's wrapper of a bean. */
    @Benchmark
    public void spring() {
        value = !value;
        for (int i = 0; i < Calls.COUNT; i++) {
            wrappers[i].setPropertyValue(names[i], value);
        }
    }

    /** A dynamic object of EMF. */
    @Benchmark
    public void emf() {
        value = !value;
        for (int i = 0; i < Calls.COUNT; i++) {
            emf[i].eSet(emf[i].eClass().getEStructuralFeature(names[i]), value);
        }
    }

    /** A dynamic MBean. */
    @Benchmark
    public void jmx() throws JMException {
        value = !value;
        for (int i = 0; i < Calls.COUNT; i++) {
            server.setAttribute(managed[i], new Attribute(names[i], value));
        }
    }
}
