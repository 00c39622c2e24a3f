// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.Qom;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.BoolSetter;
import io.qom4j.core.property.IntegerProperty;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
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

/**
 * Setting and reading by a held handle, beside a call of the very lambda that stands behind it: of one that is held in a field,
 * and of eight in random order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(HeldHandle.CALLS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HeldHandle {
    static final int CALLS = 4096;
    private static final int GAUGES = 64;
    private static final long SEED = 42;

    private final Gauge[] gauges = new Gauge[CALLS];
    private final Gauge.Flag[] flags = new Gauge.Flag[CALLS];
    private final Gauge.Amount[] numbers = new Gauge.Amount[CALLS];
    private final BoolProperty[] flagHandles = new BoolProperty[CALLS];
    private final IntegerProperty[] numberHandles = new IntegerProperty[CALLS];
    private final BoolSetter<Gauge> flagSetter = Gauge.FLAGS.getFirst().setter();
    private final Predicate<Gauge> flagGetter = Gauge.FLAGS.getFirst().getter();
    private final ObjLongConsumer<Gauge> numberSetter = Gauge.AMOUNTS.getFirst().setter();
    private final ToLongFunction<Gauge> numberGetter = Gauge.AMOUNTS.getFirst().getter();
    private final BoolProperty flagHandle;
    private final IntegerProperty numberHandle;
    private boolean flag;
    private long number;

    /** Makes the objects. */
    public HeldHandle() {
        Qom qom = Qom.builder().build();
        qom.types().register(Gauge.TYPE_INFO);
        Gauge[] made = new Gauge[GAUGES];
        for (int i = 0; i < GAUGES; i++) {
            made[i] = qom.newObject("gauge", Gauge.class);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < CALLS; i++) {
            gauges[i] = made[random.nextInt(GAUGES)];
            flags[i] = Gauge.FLAGS.get(random.nextInt(Gauge.FLAGS.size()));
            numbers[i] = Gauge.AMOUNTS.get(random.nextInt(Gauge.AMOUNTS.size()));
            flagHandles[i] = (BoolProperty) made[0].property(flags[i].name());
            numberHandles[i] = (IntegerProperty) made[0].property(numbers[i].name());
        }
        flagHandle = (BoolProperty) made[0].property(Gauge.FLAGS.getFirst().name());
        numberHandle =
                (IntegerProperty) made[0].property(Gauge.AMOUNTS.getFirst().name());
    }

    /** Eight lambdas. */
    @Benchmark
    public void setBooleanByManyLambdas() {
        flag = !flag;
        for (int i = 0; i < CALLS; i++) {
            flags[i].setter().set(gauges[i], flag);
        }
    }

    /** Eight handles. */
    @Benchmark
    public void setBooleanByManyHandles() {
        flag = !flag;
        for (int i = 0; i < CALLS; i++) {
            flagHandles[i].set(gauges[i], flag);
        }
    }

    /** Eight lambdas. */
    @Benchmark
    public void setLongByManyLambdas() {
        number++;
        for (int i = 0; i < CALLS; i++) {
            numbers[i].setter().accept(gauges[i], number);
        }
    }

    /** Eight handles. */
    @Benchmark
    public void setLongByManyHandles() {
        number++;
        for (int i = 0; i < CALLS; i++) {
            numberHandles[i].set(gauges[i], number);
        }
    }

    /** Eight lambdas. */
    @Benchmark
    public int getBooleanByManyLambdas() {
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += flags[i].getter().test(gauges[i]) ? 1 : 0;
        }
        return sum;
    }

    /** Eight handles. */
    @Benchmark
    public int getBooleanByManyHandles() {
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += flagHandles[i].get(gauges[i]) ? 1 : 0;
        }
        return sum;
    }

    /** Eight lambdas. */
    @Benchmark
    public long getLongByManyLambdas() {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += numbers[i].getter().applyAsLong(gauges[i]);
        }
        return sum;
    }

    /** Eight handles. */
    @Benchmark
    public long getLongByManyHandles() {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += numberHandles[i].get(gauges[i]);
        }
        return sum;
    }

    /** A lambda. */
    @Benchmark
    public void setBooleanByOneLambda() {
        flag = !flag;
        for (int i = 0; i < CALLS; i++) {
            flagSetter.set(gauges[i], flag);
        }
    }

    /** A handle. */
    @Benchmark
    public void setBooleanByOneHandle() {
        flag = !flag;
        for (int i = 0; i < CALLS; i++) {
            flagHandle.set(gauges[i], flag);
        }
    }

    /** A lambda. */
    @Benchmark
    public void setLongByOneLambda() {
        number++;
        for (int i = 0; i < CALLS; i++) {
            numberSetter.accept(gauges[i], number);
        }
    }

    /** A handle. */
    @Benchmark
    public void setLongByOneHandle() {
        number++;
        for (int i = 0; i < CALLS; i++) {
            numberHandle.set(gauges[i], number);
        }
    }

    /** A lambda. */
    @Benchmark
    public int getBooleanByOneLambda() {
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += flagGetter.test(gauges[i]) ? 1 : 0;
        }
        return sum;
    }

    /** A handle. */
    @Benchmark
    public int getBooleanByOneHandle() {
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += flagHandle.get(gauges[i]) ? 1 : 0;
        }
        return sum;
    }

    /** A lambda. */
    @Benchmark
    public long getLongByOneLambda() {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += numberGetter.applyAsLong(gauges[i]);
        }
        return sum;
    }

    /** A handle. */
    @Benchmark
    public long getLongByOneHandle() {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += numberHandle.get(gauges[i]);
        }
        return sum;
    }
}
