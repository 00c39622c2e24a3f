// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** Putting together the path of an object that has so many siblings. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CanonicalPath {
    private static final int MASK = 63;

    /** How many siblings there are. */
    @Param({"64", "100000"})
    int siblings;

    private final QomObject[] leaves = new QomObject[MASK + 1];
    private int next;

    /** Makes the siblings, three deep. */
    @Setup
    public void grow() {
        Qom qom = Qom.builder().build();
        qom.types().register(Node.TYPE_INFO);
        qom.exclusively(() -> {
            QomObject owner = QomForest.add(QomForest.add(qom.root(), "machine"), "peripheral");
            for (int i = 0; i < siblings; i++) {
                QomObject leaf = QomForest.add(owner, "device" + i);
                if (i * (MASK + 1L) / siblings != (i - 1) * (MASK + 1L) / siblings || i == 0) {
                    leaves[(int) (i * (MASK + 1L) / siblings)] = leaf;
                }
            }
        });
    }

    /** The path. */
    @Benchmark
    public @Nullable String canonicalPath() {
        return leaves[next++ & MASK].canonicalPath();
    }
}
