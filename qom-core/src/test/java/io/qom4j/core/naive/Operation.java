// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Something done to a world; objects are meant by their number, in the order of their making, again from 0 at the end. */
sealed interface Operation {
    /** Makes an object. */
    record Make(String type) implements Operation {}

    /** Makes one object the child of another. */
    record Add(int parent, String name, int child) implements Operation {}

    /** Takes an object from its parent. */
    record Unparent(int object) implements Operation {}

    /** Takes a reference. */
    record Ref(int object) implements Operation {}

    /** Drops a reference. */
    record Unref(int object) implements Operation {}

    /** Sets a link; to nothing if there is no target. */
    record Link(int object, String property, @Nullable Integer target) implements Operation {}

    /** Sets the size. */
    record Size(int object, long value) implements Operation {}

    /** Gives an object a property of its own. */
    record AddProperty(int object, String name) implements Operation {}

    /** Takes a property or child by its name. */
    record Remove(int object, String name) implements Operation {}

    /** Looks a path up, perhaps among the objects of one type. */
    record Resolve(String path, @Nullable String type) implements Operation {}

    /** Returns any operations. */
    static Arbitrary<List<Operation>> any() {
        Arbitrary<Integer> object = Arbitraries.integers().between(0, 9);
        Arbitrary<String> name =
                Arbitraries.of("a", "b", "io[*]", "io[0]", "io[2]", "own", "size", "type", "strong", "a/b", "");
        return Arbitraries.<Operation>frequencyOf(
                        Tuple.of(4, Arbitraries.of("base", "special").map(Make::new)),
                        Tuple.of(6, Combinators.combine(object, name, object).as(Add::new)),
                        Tuple.of(3, object.map(Unparent::new)),
                        Tuple.of(1, object.map(Ref::new)),
                        Tuple.of(3, object.map(Unref::new)),
                        Tuple.of(
                                4,
                                Combinators.combine(object, Arbitraries.of("strong", "weak"), object.injectNull(0.2))
                                        .as(Link::new)),
                        Tuple.of(
                                1,
                                Combinators.combine(object, Arbitraries.longs().between(-1, NaiveWorld.MOST + 1))
                                        .as(Size::new)),
                        Tuple.of(
                                2,
                                Combinators.combine(object, name.filter(n -> !n.isEmpty()))
                                        .as(AddProperty::new)),
                        Tuple.of(2, Combinators.combine(object, name).as(Remove::new)),
                        Tuple.of(
                                3,
                                Combinators.combine(
                                                path(),
                                                Arbitraries.of("base", "special", "object", "nope")
                                                        .injectNull(0.5))
                                        .as(Resolve::new)))
                .list()
                .ofMaxSize(60);
    }

    private static Arbitrary<String> path() {
        return Arbitraries.of("a", "b", "io[0]", "io[1]", "strong", "weak", "size", "own", "")
                .list()
                .ofMinSize(0)
                .ofMaxSize(4)
                .map(parts -> String.join("/", parts));
    }
}
