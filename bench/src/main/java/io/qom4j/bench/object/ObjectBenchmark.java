// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.object;

import io.qom4j.core.ObjectClass;
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

/** Making an object and letting it end, beside making a plain Java object; types are four deep with eight properties. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ObjectBenchmark {
    private final Qom qom = Qom.builder().build();
    private final ObjectClass adapter;

    /** Registers the types. */
    public ObjectBenchmark() {
        Levels.register(qom);
        adapter = qom.types().get("adapter");
    }

    /** A plain Java object of the same class, which the object model does not know. */
    @Benchmark
    public Object plainNew() {
        return new Levels.Adapter();
    }

    /** An object of the model, from its making by the name of its type to its end. */
    @Benchmark
    public void makeAndEnd() {
        qom.newObject("adapter").unref();
    }

    /** The same with the class at hand. */
    @Benchmark
    public void makeAndEndByClass() {
        adapter.newObject().unref();
    }
}
