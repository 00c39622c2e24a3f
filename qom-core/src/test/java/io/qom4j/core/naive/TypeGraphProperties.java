// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.ClassKey;
import io.qom4j.core.InterfaceClass;
import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Whatever the types are and in whatever order they come, their classes are what the rules say. */
class TypeGraphProperties {
    private static final ClassKey<Integer> DATA = ClassKey.of("data", Integer.class);
    private static final int MOST_INTERFACES = 4;

    @Provide
    Arbitrary<List<NaiveType>> types() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(-1, MOST_INTERFACES)
                                .list()
                                .ofMaxSize(MOST_INTERFACES),
                        drafts().list().ofMinSize(1).ofMaxSize(7))
                .as(TypeGraphProperties::graph);
    }

    private record Draft(
            int parent, List<Integer> interfaces, List<String> declares, Integer data, boolean isAbstract) {}

    private static Arbitrary<Draft> drafts() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 6),
                        Arbitraries.integers()
                                .between(0, MOST_INTERFACES - 1)
                                .list()
                                .ofMaxSize(3),
                        Arbitraries.of("p0", "p1", "p2", "p3", "p4", "p5", "p6")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2),
                        Arbitraries.integers().between(0, 9).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as(Draft::new);
    }

    /** Makes a graph in which each type descends from an earlier one, or from a root. */
    private static List<NaiveType> graph(List<Integer> interfaceParents, List<Draft> drafts) {
        List<NaiveType> all = new ArrayList<>();
        for (int i = 0; i < interfaceParents.size(); i++) {
            int parent = interfaceParents.get(i);
            all.add(new NaiveType(
                    "face-" + i,
                    parent >= 0 && parent < i ? "face-" + parent : "interface",
                    List.of(),
                    List.of(),
                    null,
                    true,
                    true));
        }
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            all.add(new NaiveType(
                    "type-" + i,
                    draft.parent() >= 0 && draft.parent() < i ? "type-" + draft.parent() : "object",
                    draft.interfaces().stream()
                            .filter(each -> each < interfaceParents.size())
                            .map(each -> "face-" + each)
                            .distinct()
                            .toList(),
                    draft.declares(),
                    draft.data(),
                    draft.isAbstract(),
                    false));
        }
        return all;
    }

    private static TypeInfo info(NaiveType type) {
        if (type.isInterface()) {
            return TypeInfo.ofInterface(type.name()).parent(type.parent()).build();
        }
        TypeInfo.Builder<Thing> info = Thing.type(type.name())
                .parent(type.parent())
                .interfaces(type.interfaces().toArray(String[]::new))
                .classInit(oc -> {
                    type.declares().forEach(name -> oc.addBool(name, (Thing t) -> t.flag, null));
                    if (type.data() != null) {
                        oc.put(DATA, type.data());
                    }
                });
        return (type.isAbstract() ? info.abstractType() : info).build();
    }

    @net.jqwik.api.Property(tries = 300)
    void classesAreWhatTheRulesSay(@ForAll("types") List<NaiveType> types, @ForAll Random order) {
        Qom qom = Qom.builder().build();
        NaiveTypes naive = new NaiveTypes(types);
        List<NaiveType> shuffled = new ArrayList<>(types);
        Collections.shuffle(shuffled, order);
        shuffled.forEach(type -> qom.types().register(info(type)));
        Collections.shuffle(shuffled, order);
        boolean allSound = true;
        for (NaiveType type : shuffled) {
            if (!type.isInterface()) {
                if (naive.properties(type.name()) == null) {
                    allSound = false;
                    assertThatThrownBy(() -> qom.types().get(type.name())).isInstanceOf(TypeException.class);
                } else {
                    check(qom.types().get(type.name()), type, types, naive);
                }
            }
        }
        if (allSound) {
            checkLists(qom, types, naive);
        }
    }

    private static void check(ObjectClass made, NaiveType type, List<NaiveType> types, NaiveTypes naive) {
        assertThat(made.isAbstract()).isEqualTo(type.isAbstract());
        assertThat(made.interfaces())
                .extracting(InterfaceClass::interfaceName)
                .containsExactlyElementsOf(naive.interfaces(type.name()));
        assertThat(made.properties())
                .extracting(Property::name)
                .containsExactlyElementsOf(Objects.requireNonNull(naive.properties(type.name())));
        assertThat(made.get(DATA)).isEqualTo(naive.data(type.name()));
        QomObject object = type.isAbstract() ? null : made.newObject();
        Stream.concat(types.stream().map(NaiveType::name), Stream.of("object", "interface", "nope"))
                .forEach(wanted -> {
                    assertThat(made.isA(wanted))
                            .as("%s is a %s", type, wanted)
                            .isEqualTo(naive.isA(type.name(), wanted));
                    if (object != null) {
                        assertThat(object.isA(wanted)).isEqualTo(made.isA(wanted));
                    }
                    if (wanted.startsWith("face-")) {
                        checkInterface(made, wanted, naive.ways(type.name(), wanted));
                    }
                });
    }

    private static void checkInterface(ObjectClass made, String wanted, long ways) {
        if (ways == 1) {
            assertThat(made.as(wanted).concrete()).isSameAs(made);
        } else {
            assertThatThrownBy(() -> made.as(wanted))
                    .isInstanceOf(TypeException.class)
                    .hasMessageContaining(ways == 0 ? "does not implement" : "ambiguously");
        }
    }

    private static void checkLists(Qom qom, List<NaiveType> types, NaiveTypes naive) {
        for (NaiveType type : types) {
            for (boolean withAbstract : new boolean[] {true, false}) {
                assertThat(qom.types().list(type.name(), withAbstract))
                        .extracting(QomClass::name)
                        .containsExactlyElementsOf(naive.list(type.name(), withAbstract));
            }
        }
    }
}
