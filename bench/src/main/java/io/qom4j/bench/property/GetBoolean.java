// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Reading a boolean by its name. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Calls.COUNT)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class GetBoolean extends Peers {
    @Override
    List<String> properties(DeviceKind kind) {
        return kind.booleans();
    }

    /** A switch written by hand. */
    @Benchmark
    public int handwrittenSwitch() {
        int count = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            count += beans[i].getBoolean(names[i]) ? 1 : 0;
        }
        return count;
    }

    /** The object model. */
    @Benchmark
    public int qom() {
        int count = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            count += objects[i].getBool(names[i]) ? 1 : 0;
        }
        return count;
    }

    /** The descriptor of a bean, looked up in a map. */
    @Benchmark
    public int propertyDescriptor() throws ReflectiveOperationException {
        int count = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            count += ((Boolean) descriptor(i).getReadMethod().invoke(beans[i])) ? 1 : 0;
        }
        return count;
    }

    /** Commons BeanUtils. */
    @Benchmark
    public int beanUtils() throws ReflectiveOperationException {
        int count = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            count += ((Boolean) beanUtils.getSimpleProperty(beans[i], names[i])) ? 1 : 0;
        }
        return count;
    }

    /** Spring's wrapper of a bean. */
    @Benchmark
    public int spring() {
        int count = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            count += ((Boolean) wrappers[i].getPropertyValue(names[i])) ? 1 : 0;
        }
        return count;
    }

    /** A dynamic object of EMF. */
    @Benchmark
    public int emf() {
        int count = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            count += ((Boolean) emf[i].eGet(emf[i].eClass().getEStructuralFeature(names[i]))) ? 1 : 0;
        }
        return count;
    }

    /** A dynamic MBean. */
    @Benchmark
    public int jmx() throws JMException {
        int count = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            count += ((Boolean) server.getAttribute(managed[i], names[i])) ? 1 : 0;
        }
        return count;
    }
}
