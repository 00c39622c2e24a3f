// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.config.ConfigException;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PathException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.TypeException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.AliasProperty;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.TimeCodec;
import io.qom4j.core.property.ValueProperty;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.SingleValue;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What QEMU's object model is known to do badly, each with the answer given here instead.
 *
 * <p>What is known of its monitor (failures that arrive as successes, floods of errors after one bad request, slow input) is
 * answered where the monitor is.
 */
class KnownWeaknessesOfQemuTest {
    private final Qom qom = Qom.builder().build();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void registerTypes() {
        qom.types()
                .register(Thing.userType("pool")
                        .classInit(oc -> {
                            oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v)
                                    .description("How much")
                                    .defaultValue(4096);
                            oc.addEnum(
                                    "mode",
                                    "Mode",
                                    Thing.Mode.class,
                                    (Thing t) -> t.mode,
                                    (Thing t, Thing.Mode v) -> t.mode = v);
                            oc.addUint16List("nodes", (Thing t) -> t.list, (Thing t, long[] v) -> t.list = v)
                                    .typeName("int");
                            oc.addNumber("ratio", (Thing t) -> t.real, (Thing t, double v) -> t.real = v);
                            oc.addLink(
                                    "next",
                                    "pool",
                                    Thing.class,
                                    (Thing t) -> t.target,
                                    (Thing t, @Nullable Thing v) -> t.target = v);
                        })
                        .instanceInit(thing -> log.add("made"))
                        .build());
    }

    private Thing add(@Nullable Object... arguments) {
        return (Thing) qom.objects().add(Arguments.of(arguments), Origins.QMP);
    }

    // ---- seen on a running QEMU

    @Test
    void askingWhatATypeCanDoRunsNoConstructor() {
        for (QomClass each : qom.types().list("pool", true)) {
            ((ObjectClass) each).properties().forEach(Property::typeName);
        }
        assertThat(log).isEmpty();
    }

    @Test
    void textForAStructuredPropertyIsAnErrorAndNotACrash() {
        Thing pool = Thing.make(qom, "pool");
        pool.addProperty(ValueProperty.<Thing, LocalDateTime>of(
                "time", TimeCodec.INSTANCE, t -> LocalDateTime.MIN, (t, v) -> {}));
        assertThatThrownBy(() -> pool.parse("time", "4")).isInstanceOf(QomException.class);
        assertThatThrownBy(() -> pool.parse("nodes", "x")).isInstanceOf(QomException.class);
    }

    @Test
    void setterThatRefusesAfterLookingAtOtherPropertiesLeavesTheOldValue() {
        Thing pool = Thing.make(qom, "pool");
        pool.addProperty(
                IntegerProperty.of("min", ValueType.signed(32), (Thing t) -> (long) t.real, (Thing t, long v) -> {
                    if (v > t.number) {
                        throw new PropertyException("bad min/size values");
                    }
                    t.real = v;
                }));
        assertThatThrownBy(() -> pool.setLong("min", 5000)).hasMessage("bad min/size values");
        assertThat(pool.getLong("min")).isZero();
        assertThat(pool.origin("min")).isSameAs(Origins.UNSET);
    }

    @Test
    void valueThatIsRefusedIsNotReadBackAfterwards() {
        Thing pool = Thing.make(qom, "pool");
        assertThatThrownBy(() -> pool.parse("nodes", "1,2,70000")).isInstanceOf(ValueException.class);
        assertThat(pool.print("nodes", false)).isEmpty();
    }

    @Test
    void negativeSizeIsRefusedAndNotTakenForAHugeOne() {
        assertThatThrownBy(() -> add("qom-type", "pool", "id", "p0", "size", -1))
                .isInstanceOf(ValueException.class);
        assertThat(log).isEmpty();
    }

    @Test
    void everyTypeThatClaimsToBeUserCreatableCanBeAdded() {
        for (QomClass each : qom.types().list(UserCreatable.TYPE_NAME, false)) {
            assertThat(add("qom-type", each.name(), "id", "x-" + each.name()).isComplete())
                    .isTrue();
        }
    }

    @Test
    void propertySaysWhatItReallyHoldsWhateverItsTypeTextSays() {
        ObjectClass pool = qom.types().get("pool");
        assertThat(pool.property("nodes").typeName()).isEqualTo("int");
        assertThat(pool.property("nodes").type()).isEqualTo(new ListType(IntType.unsigned(16)));
        assertThat(pool.property("size").type()).isEqualTo(ValueType.size());
        assertThat(((EnumType) pool.property("mode").type()).words())
                .containsExactly("none", "read-only", "read-write");
    }

    @Test
    void defaultsAreDeclaredAndCanBeAskedFor() {
        assertThat(qom.types().get("pool").property("size").defaultValue()).isEqualTo(4096L);
    }

    @Test
    void ofTwoBadMembersTheOneDeclaredFirstIsReportedWhateverTheOrderGiven() {
        for (Object[] arguments : new Object[][] {
            {"qom-type", "pool", "id", "p0", "mode", "yeti", "size", "x"},
            {"size", "x", "mode", "yeti", "id", "p0", "qom-type", "pool"}
        }) {
            assertThatThrownBy(() -> add(arguments)).hasMessageContaining("'size'");
        }
    }

    @Test
    void usersOfAnObjectCanBeListedBeforeItIsDeleted() {
        Thing used = add("qom-type", "pool", "id", "p0");
        Thing user = add("qom-type", "pool", "id", "p1", "next", "p0");
        assertThat(qom.tree().holders(used)).containsExactly(user);
        user.setLink("next", null);
        assertThat(qom.tree().holders(used)).isEmpty();
    }

    @Test
    void refusalToDeleteAnObjectInUseNamesItsUsers() {
        Thing used = add("qom-type", "pool", "id", "p0");
        add("qom-type", "pool", "id", "p1", "next", "p0");
        used.isInUse = true;
        assertThatThrownBy(() -> qom.objects().delete("p0")).isInstanceOfSatisfying(ObjectException.class, e -> {
            assertThat(e).hasMessage("object 'p0' is in use, can not be deleted");
            assertThat(e.hints()).containsExactly("/objects/p1 (pool) refers to it.");
        });
    }

    @Test
    void deletedObjectThatALinkHoldsIsStillReadThroughTheLink() {
        add("qom-type", "pool", "id", "p0", "size", 7);
        Thing user = add("qom-type", "pool", "id", "p1", "next", "p0");
        qom.objects().delete("p0");
        assertThat(qom.resolve("/objects/p1/next").getLong("size")).isEqualTo(7);
        assertThat(user.getLink("next")).hasToString("(pool outside the tree)");
    }

    @Test
    void ambiguousPathIsSaidToBeAmbiguousAndTheCandidatesAreListed() {
        add("qom-type", "pool", "id", "p0");
        qom.root().addChild("p0", Thing.make(qom, "pool"));
        assertThatThrownBy(() -> qom.resolve("p0")).isInstanceOfSatisfying(PathException.class, e -> {
            assertThat(e).hasMessage("Path 'p0' is ambiguous");
            assertThat(e.hints().getFirst()).contains("/objects/p0 (pool)", "/p0 (pool)");
        });
    }

    @Test
    void typesWithSeveralInterfacesImplementAnyInterface() {
        qom.types().register(TypeInfo.ofInterface("drawable").build());
        qom.types()
                .register(Thing.userType("picture")
                        .interfaces("drawable", UserCreatable.TYPE_NAME)
                        .build());
        assertThat(qom.types().list(TypeRegistry.INTERFACE, false))
                .extracting(QomClass::name)
                .containsExactly("picture", "pool");
    }

    @Test
    void textAndJsonOfOneObjectMeanTheSame() {
        QomObject text = qom.objects().add("pool", "p0", "size=4k,mode=read-only,nodes.0=1,nodes.1=3");
        QomObject values =
                qom.objects().add("pool", "p1", Map.of("size", "4k", "mode", "read-only", "nodes", List.of(1, 3)));
        QomObject json = ConfigLoader.of(qom)
                .text("{'qom-type':'pool','id':'p2','size':'4k','mode':'read-only','nodes':[1,3]}", "j")
                .load()
                .objects()
                .getFirst();
        for (QomObject each : new QomObject[] {text, values, json}) {
            assertThat(each.getLong("size")).isEqualTo(4096);
            assertThat(each.getEnum("mode", Thing.Mode.class)).isEqualTo(Thing.Mode.READ_ONLY);
            assertThat(each.print("nodes", false)).isEqualTo("1,3");
        }
        assertThatThrownBy(() -> qom.objects().add("pool", "p3", "size")).isInstanceOf(ValueException.class);
    }

    @Test
    void objectsOfADocumentAreMadeInTheOrderOfTheirLinksWhateverTheOrderOfTheText() {
        ConfigLoader.of(qom)
                .text("[{'qom-type':'pool','id':'p0','next':'p1'},{'qom-type':'pool','id':'p1'}]", "j")
                .load();
        assertThat(qom.resolve("/objects/p0").getLink("next")).isSameAs(qom.resolve("/objects/p1"));
    }

    @Test
    void ringOfLinksIsReportedWithEachHop() {
        assertThatThrownBy(() -> ConfigLoader.of(qom)
                        .text(
                                "[{'qom-type':'pool','id':'p0','next':'p1'},{'qom-type':'pool','id':'p1','next':'p0'}]",
                                "j")
                        .load())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("p0")
                .hasMessageContaining("p1");
    }

    @Test
    void refusalOfAnObjectSaysWhereTheObjectWasAskedFor() {
        assertThatThrownBy(() -> ConfigLoader.of(qom)
                        .text("[{'qom-type':'pool','id':'p0'},\n {'qom-type':'pool','id':'p1','next':'cb'}]", "vm.json")
                        .load())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("vm.json:2:38")
                .hasMessageContaining("Device 'cb' not found");
    }

    @Test
    void refusalOfAnElementSaysWhichElement() {
        assertThatThrownBy(() -> add("qom-type", "pool", "id", "p0", "nodes", List.of(1, 2, 70000)))
                .isInstanceOfSatisfying(ValueException.class, e -> {
                    assertThat(e).hasMessage("Parameter 'null' expects uint16_t");
                    assertThat(e.hints()).containsExactly("The value is that of 'nodes[2]'.");
                });
        assertThatThrownBy(() -> Thing.make(qom, "pool").parse("nodes", "1,70000"))
                .isInstanceOfSatisfying(
                        ValueException.class,
                        e -> assertThat(e.hints()).containsExactly("The value is that of 'nodes'."));
    }

    @Test
    void objectThatIsNotThereIsRefusedWithTheNearestNameWhateverTheErrorClassOnTheWire() {
        add("qom-type", "pool", "id", "pool0");
        assertThatThrownBy(() -> qom.objects().delete("pol0"))
                .isInstanceOfSatisfying(
                        ObjectException.class, e -> assertThat(e.hints()).containsExactly("Did you mean 'pool0'?"));
        assertThatThrownBy(() -> qom.resolve("/objects/pol0"))
                .isInstanceOf(PathException.class)
                .hasMessage("Device '/objects/pol0' not found");
    }

    @Test
    void numbersAreFinite() {
        Thing pool = Thing.make(qom, "pool");
        assertThatThrownBy(() -> pool.parse("ratio", "inf")).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> pool.setDouble("ratio", Double.NaN)).isInstanceOf(ValueException.class);
    }

    @Test
    void settingAListReplacesIt() {
        Thing pool = Thing.make(qom, "pool");
        pool.parse("nodes", "0-3");
        pool.parse("nodes", "7");
        assertThat(pool.list).containsExactly(7);
    }

    @Test
    void removedObjectStillSaysWhatItIs() {
        Thing pool = add("qom-type", "pool", "id", "p0");
        pool.ref();
        qom.objects().delete("p0");
        assertThat(pool).hasToString("(pool outside the tree)");
    }

    @Test
    void anyTypeHasGlobalDefaultsAndAnUnknownTypeIsAnError() {
        qom.types().globals().add("pool", "size", () -> SingleValue.input(8192L), Origins.API);
        assertThat(Thing.make(qom, "pool").number).isEqualTo(8192);
        assertThatThrownBy(() -> qom.types().globals().add("pol", "size", () -> SingleValue.input(1L), Origins.API))
                .isInstanceOf(TypeException.class);
    }

    // ---- seen in QEMU's code

    @Test
    void misspeltTypeIsAnErrorThatNamesTheNearest() {
        assertThatThrownBy(() -> qom.newObject("pol")).isInstanceOfSatisfying(TypeException.class, e -> {
            assertThat(e).hasMessage("missing object type 'pol'");
            assertThat(e.hints()).containsExactly("Did you mean 'pool'?");
        });
    }

    @Test
    void missingInterfaceIsReportedForTheTypeThatListsIt() {
        qom.types()
                .register(Thing.type("picture")
                        .parent("pool")
                        .interfaces("drawable")
                        .build());
        assertThatThrownBy(() -> qom.newObject("picture"))
                .hasMessage("missing interface 'drawable' for object 'picture'");
    }

    @Test
    void integerOfAClassPropertyBelongsToEachObject() {
        Thing one = Thing.make(qom, "pool");
        Thing two = Thing.make(qom, "pool");
        one.setLong("size", 1);
        assertThat(two.getLong("size")).isEqualTo(4096);
    }

    @Test
    void weakLinkAndAliasDoNotDangle() {
        Thing owner = Thing.make(qom, "pool");
        Thing target = Thing.make(qom, "pool");
        owner.addProperty(LinkProperty.of(
                        "weak",
                        "pool",
                        Thing.class,
                        (Thing t) -> t.target,
                        (Thing t, @Nullable Thing v) -> t.target = v)
                .weak());
        owner.setLink("weak", target);
        owner.addProperty(AliasProperty.of("alias", target, target.property("size")));
        target.unref();
        assertThat(owner.getLink("weak")).isNull();
        assertThatThrownBy(() -> owner.print("alias", false)).isInstanceOf(PropertyException.class);
    }

    @Test
    void linkToAnObjectOutsideTheTreeIsSetAndNotCleared() {
        Thing owner = Thing.make(qom, "pool");
        Thing loose = Thing.make(qom, "pool");
        owner.setLink("next", loose);
        assertThat(owner.getLink("next")).isSameAs(loose);
    }

    @Test
    void objectIsTheCallersUntilHeDropsIt() {
        assertThat(Thing.make(qom, "pool").isFinalized()).isFalse();
    }

    @Test
    void defaultThatInitOverridesIsSeenToBeOverridden() {
        qom.types()
                .register(Thing.type("wilful")
                        .parent("pool")
                        .instanceInit(thing -> thing.number = 1)
                        .build());
        assertThat(qom.newObject("wilful").origin("size")).isSameAs(Origins.OBJECT);
        assertThat(qom.newObject("pool").origin("size")).isNotSameAs(Origins.OBJECT);
    }

    @Test
    void objectsThatWouldKeepEachOtherAliveAreRefused() {
        Thing one = Thing.make(qom, "pool");
        Thing two = Thing.make(qom, "pool");
        one.setLink("next", two);
        assertThatThrownBy(() -> two.setLink("next", one)).isInstanceOf(ObjectException.class);
    }

    @Test
    void childNameThatNoPathCouldReachIsRefused() {
        assertThatThrownBy(() -> qom.root().addChild("a/b", Thing.make(qom, "pool")))
                .isInstanceOf(ObjectException.class);
    }

    @Test
    void idThatTheContainersOwnPropertyHasIsRefusedBeforeAnythingIsLeft() {
        assertThatThrownBy(() -> add("qom-type", "pool", "id", "type")).isInstanceOf(ObjectException.class);
        assertThat(qom.objects().all()).isEmpty();
    }

    @Test
    void typeMayHaveAnyNumberOfInterfaces() {
        String[] names = IntStream.range(0, 100).mapToObj(i -> "face-" + i).toArray(String[]::new);
        for (String name : names) {
            qom.types().register(TypeInfo.ofInterface(name).build());
        }
        qom.types().register(Thing.type("many").interfaces(names).build());
        assertThat(qom.types().get("many").interfaces()).hasSize(100);
        assertThat(qom.newObject("many").isA("face-99")).isTrue();
    }

    @Test
    void classIsMadeOnceThoughManyThreadsAskForItFirst() {
        AtomicInteger inits = new AtomicInteger();
        qom.types()
                .register(Thing.type("shared")
                        .classInit(oc -> inits.incrementAndGet())
                        .build());
        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> qom.types().get("shared"))
                        .distinct())
                .hasSize(1);
        assertThat(inits).hasValue(1);
    }

    @Test
    void partialPathIsFoundWithoutAWalkOverTheTree() {
        AtomicInteger asked = new AtomicInteger();
        qom.types()
                .register(Thing.type("shy")
                        .classInit(oc -> oc.declare(LinkProperty.of(
                                        "peer",
                                        "pool",
                                        Thing.class,
                                        (Thing t) -> {
                                            asked.incrementAndGet();
                                            return t.target;
                                        },
                                        (Thing t, @Nullable Thing v) -> t.target = v)
                                .weak()))
                        .build());
        for (int i = 0; i < 1000; i++) {
            qom.root().addChild("io[*]", Thing.make(qom, "shy"));
        }
        asked.set(0);
        assertThat(qom.find("io[777]")).isSameAs(qom.find("/io[777]"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void classThatIsCompleteCannotBeChangedByItsObjects() {
        ObjectClass pool = qom.types().get("pool");
        assertThatThrownBy(() -> pool.put(ClassKey.of("any", String.class), "changed"))
                .isInstanceOf(IllegalStateException.class);
    }
}
