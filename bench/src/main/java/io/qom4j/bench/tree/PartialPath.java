// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import io.qom4j.core.PathMatch;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import java.util.concurrent.TimeUnit;
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

/** Finding an object by a part of its path among so many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PartialPath {
    private static final int OWNERS = 100;
    private static final int MASK = 63;

    /** How many objects there are. */
    @Param({"1000", "100000"})
    int objects;

    private Qom qom;
    private int next;
    private final String[] uniqueNames = new String[MASK + 1];
    private final String[] uniquePaths = new String[MASK + 1];
    private final String[] commonNames = new String[MASK + 1];

    /** Makes owners of many objects that are called alike, and beside them a few with names of their own. */
    @Setup
    public void grow() {
        qom = Qom.builder().build();
        qom.types().register(Node.TYPE_INFO);
        qom.exclusively(() -> {
            for (int i = 0; i < OWNERS; i++) {
                QomObject owner = QomForest.add(qom.root(), "owner" + i);
                for (int k = 0; k < objects / OWNERS; k++) {
                    QomForest.add(owner, "part" + k);
                }
            }
            for (int i = 0; i <= MASK; i++) {
                QomForest.add(qom.resolve("/owner" + i), "lone" + i);
            }
        });
        for (int i = 0; i <= MASK; i++) {
            uniqueNames[i] = "lone" + i;
            uniquePaths[i] = "owner" + i + "/part" + i % (objects / OWNERS);
            commonNames[i] = "part" + i % (objects / OWNERS);
        }
    }

    /** A name that one object has. */
    @Benchmark
    public PathMatch uniqueName() {
        return qom.tree().match(uniqueNames[next++ & MASK]);
    }

    /** A name that a hundred objects have, behind that of an owner. */
    @Benchmark
    public PathMatch uniquePath() {
        return qom.tree().match(uniquePaths[next++ & MASK]);
    }

    /** A name that a hundred objects have. */
    @Benchmark
    public PathMatch ambiguous() {
        return qom.tree().match(commonNames[next++ & MASK]);
    }

    /** A name that no object has. */
    @Benchmark
    public PathMatch absent() {
        return qom.tree().match("absent");
    }
}
