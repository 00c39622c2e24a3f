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

/** Reading a long by its name. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Calls.COUNT)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class GetLong extends Peers {
    @Override
    List<String> properties(DeviceKind kind) {
        return kind.integers();
    }

    /** A switch written by hand. */
    @Benchmark
    public long handwrittenSwitch() {
        long sum = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            sum += beans[i].getLong(names[i]);
        }
        return sum;
    }

    /** The object model. */
    @Benchmark
    public long qom() {
        long sum = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            sum += objects[i].getLong(names[i]);
        }
        return sum;
    }

    /** The descriptor of a bean, looked up in a map. */
    @Benchmark
    public long propertyDescriptor() throws ReflectiveOperationException {
        long sum = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            sum += (Long) descriptor(i).getReadMethod().invoke(beans[i]);
        }
        return sum;
    }

    /** Commons BeanUtils. */
    @Benchmark
    public long beanUtils() throws ReflectiveOperationException {
        long sum = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            sum += (Long) beanUtils.getSimpleProperty(beans[i], names[i]);
        }
        return sum;
    }

    /** Spring's wrapper of a bean. */
    @Benchmark
    public long spring() {
        long sum = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            sum += (Long) wrappers[i].getPropertyValue(names[i]);
        }
        return sum;
    }

    /** A dynamic object of EMF. */
    @Benchmark
    public long emf() {
        long sum = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            sum += (Long) emf[i].eGet(emf[i].eClass().getEStructuralFeature(names[i]));
        }
        return sum;
    }

    /** A dynamic MBean. */
    @Benchmark
    public long jmx() throws JMException {
        long sum = 0;
        for (int i = 0; i < Calls.COUNT; i++) {
            sum += (Long) server.getAttribute(managed[i], names[i]);
        }
        return sum;
    }
}
