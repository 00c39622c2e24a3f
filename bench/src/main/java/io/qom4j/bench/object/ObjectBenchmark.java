// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.object;

import io.qom4j.core.Qom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Making an object and letting it end, beside making a plain Java object. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ObjectBenchmark {
    private final Qom qom = Qom.builder().build();

    /** Registers the type. */
    public ObjectBenchmark() {
        qom.types().register(Nic.TYPE_INFO);
    }

    /** A plain Java object of the same class, which the object model does not know. */
    @Benchmark
    public Object plainNew() {
        return new Nic();
    }

    /** An object of the model, from its making to its end. */
    @Benchmark
    public void makeAndEnd() {
        qom.newObject("nic").unref();
    }
}
