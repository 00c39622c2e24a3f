// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.object;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.property.BoolProperty;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs that objects can be traced: without a recording, with one that does not ask for sets, with one that does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class TraceBenchmark {
    @Param({"none", "without sets", "with sets"})
    private String recording;

    private final Qom qom = Qom.builder().build();
    private final QomObject nic;
    private final BoolProperty link;
    private @Nullable Recording running;
    private boolean next;

    /** Makes the object that is set. */
    public TraceBenchmark() {
        Levels.register(qom);
        nic = qom.newObject("adapter");
        link = nic.objectClass().property("flag0", BoolProperty.class);
    }

    /** Starts the recording. */
    @Setup
    public void start() {
        if (!recording.equals("none")) {
            running = new Recording();
            if (recording.equals("with sets")) {
                running.enable("io.qom4j.PropertySet");
            } else {
                running.disable("io.qom4j.ObjectCreation");
                running.disable("io.qom4j.ObjectFinalization");
            }
            running.start();
        }
    }

    /** Ends the recording. */
    @TearDown
    public void stop() {
        if (running != null) {
            running.close();
        }
    }

    /** Sets a boolean through a handle. */
    @Benchmark
    public void set() {
        next = !next;
        link.set(nic, next);
    }

    /** Makes an object and lets it end. */
    @Benchmark
    public void makeAndEnd() {
        qom.newObject("adapter").unref();
    }
}
