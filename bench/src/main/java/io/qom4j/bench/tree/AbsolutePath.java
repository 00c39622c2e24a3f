// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import java.util.HashMap;
import java.util.Map;
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

/** Finding an object by an absolute path of three parts, beside a tree of hash maps and one flat map. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class AbsolutePath {
    /** How many leaves the tree has. */
    @Param({"1000", "1000000"})
    int objects;

    private String[] paths;
    private int next;

    /** Draws the paths. */
    @Setup
    public void drawPaths() {
        paths = Shape.of(objects).paths();
    }

    private String nextPath() {
        return paths[next++ & (paths.length - 1)];
    }

    /** A tree of hash maps. */
    @Benchmark
    public @Nullable Object treeOfHashMaps(Maps maps) {
        return maps.root.resolve(nextPath());
    }

    /** One map in which each object stands under its whole path. */
    @Benchmark
    public @Nullable Object oneFlatMap(Flat flat) {
        return flat.map.get(nextPath());
    }

    /** The object model. */
    @Benchmark
    public @Nullable QomObject qom(Tree tree) {
        return tree.qom.find(nextPath());
    }

    /** A tree of hash maps. */
    @State(Scope.Thread)
    public static class Maps {
        private final MapNode root = new MapNode();

        /** Makes the tree. */
        @Setup
        public void grow(AbsolutePath benchmark) {
            grow(root, Shape.of(benchmark.objects), 3);
        }

        private static void grow(MapNode parent, Shape shape, int depth) {
            for (int i = 0; i < shape.fan(); i++) {
                MapNode child = new MapNode();
                parent.add(shape.name(i), child);
                if (depth > 1) {
                    grow(child, shape, depth - 1);
                }
            }
        }
    }

    /** One map over all leaves. */
    @State(Scope.Thread)
    public static class Flat {
        private final Map<String, Object> map = new HashMap<>();

        /** Fills the map. */
        @Setup
        public void fill(AbsolutePath benchmark) {
            Shape shape = Shape.of(benchmark.objects);
            for (int i = 0; i < shape.fan() * shape.fan() * shape.fan(); i++) {
                String path = "/" + shape.name(i / shape.fan() / shape.fan()) + "/"
                        + shape.name(i / shape.fan() % shape.fan()) + "/" + shape.name(i % shape.fan());
                map.put(path, new Object());
            }
        }
    }

    /** A tree of the object model. */
    @State(Scope.Thread)
    public static class Tree {
        private Qom qom;

        /** Makes the tree. */
        @Setup
        public void grow(AbsolutePath benchmark) {
            qom = QomForest.of(Shape.of(benchmark.objects));
        }
    }
}
