// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.object;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
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

/** Casts of objects of four classes in turn, by Java class and by the name of a type. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CastBenchmark {
    private static final int MASK = 63;
    private final QomObject[] objects = new QomObject[MASK + 1];
    private final Class<?>[] classes = new Class<?>[MASK + 1];
    private final String[] names = new String[MASK + 1];
    private int next;

    /** Makes the objects. */
    public CastBenchmark() {
        Qom qom = Qom.builder().build();
        Levels.register(qom);
        String[] types = {"part", "device", "card", "adapter"};
        Class<?>[] all = {Levels.Part.class, Levels.Device.class, Levels.Card.class, Levels.Adapter.class};
        for (int i = 0; i <= MASK; i++) {
            int type = i * 7 % types.length;
            objects[i] = qom.newObject(types[type]);
            classes[i] = all[i * 5 % (type + 1)];
            names[i] = types[i * 5 % (type + 1)];
        }
    }

    /** By the Java class of an ancestor or of the type itself. */
    @Benchmark
    public Object castByClass() {
        int i = next++ & MASK;
        return objects[i].as(classes[i]);
    }

    /** By the name of an ancestor or of the type itself. */
    @Benchmark
    public QomObject castByName() {
        int i = next++ & MASK;
        return objects[i].as(names[i]);
    }

    /** The question whether objects implement an interface, which few do. */
    @Benchmark
    public boolean implementsInterface() {
        return objects[next++ & MASK].isA(Levels.INTERFACE);
    }
}
