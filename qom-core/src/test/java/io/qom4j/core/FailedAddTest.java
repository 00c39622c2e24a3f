// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.event.QomEvent;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Origins;
import io.qom4j.core.visit.SingleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault at any step of adding an object leaves no object, no id, no reference and no event. */
class FailedAddTest {
    enum Step {
        FACTORY,
        PARENT_DEFAULT,
        OWN_DEFAULT,
        PARENT_INIT,
        OWN_INIT,
        PARENT_POST_INIT,
        OWN_POST_INIT,
        GLOBAL,
        FIRST_PROPERTY,
        LINK,
        LAST_PROPERTY,
        ADD,
        COMPLETE,
        COMPLETE_AND_FINALIZE
    }

    private final Qom qom = Qom.builder().build();
    private final List<Thing> made = new ArrayList<>();
    private final LinkedBlockingQueue<List<QomEvent>> heard = new LinkedBlockingQueue<>();
    private @Nullable Step faulty;
    private Thing target;

    private void reach(Step step) {
        if (faulty == step || (faulty == Step.COMPLETE_AND_FINALIZE && step == Step.COMPLETE)) {
            throw new IllegalStateException("fault at " + step);
        }
    }

    @BeforeEach
    void registerTypes() {
        qom.types().register(Thing.type("part").build());
        qom.types()
                .register(TypeInfo.of("mother", Thing.class)
                        .factory(this::make)
                        .abstractType()
                        .interfaces(UserCreatable.TYPE_NAME)
                        .classInit(this::motherClass)
                        .instanceInit(this::initMother)
                        .instancePostInit(thing -> reach(Step.PARENT_POST_INIT))
                        .build());
        qom.types()
                .register(TypeInfo.of("child", Thing.class)
                        .parent("mother")
                        .classInit(this::childClass)
                        .instanceInit(thing -> reach(Step.OWN_INIT))
                        .instancePostInit(thing -> reach(Step.OWN_POST_INIT))
                        .instanceFinalize(thing -> reach(Step.COMPLETE_AND_FINALIZE))
                        .build());
        target = Thing.make(qom, "part");
        qom.root().addChild("target", target);
        target.unref();
        qom.types().globals().add("child", "global", () -> SingleValue.input(1L), Origins.API);
    }

    private Thing make() {
        reach(Step.FACTORY);
        Thing thing = new Thing();
        made.add(thing);
        return thing;
    }

    private void motherClass(ObjectClass oc) {
        oc.addBool("mothers", null, (Thing t, boolean v) -> reach(Step.PARENT_DEFAULT))
                .defaultValue(true);
        oc.addSize("first", null, (Thing t, long v) -> reach(Step.FIRST_PROPERTY));
        oc.addLink("link", "part", Thing.class, (Thing t) -> t.target, (Thing t, @Nullable Thing v) -> {
            if (v != null) {
                reach(Step.LINK);
            }
            t.target = v;
        });
    }

    private void childClass(ObjectClass oc) {
        oc.addBool("childs", null, (Thing t, boolean v) -> reach(Step.OWN_DEFAULT))
                .defaultValue(true);
        oc.addSize("global", null, (Thing t, long v) -> reach(Step.GLOBAL));
        oc.addSize("last", null, (Thing t, long v) -> reach(Step.LAST_PROPERTY));
    }

    private void initMother(Thing thing) {
        Thing part = Thing.make(qom, "part");
        made.add(part);
        thing.addChild("part", part);
        part.unref();
        thing.addProperty(LinkProperty.of("own", "part", Thing.class, (Thing t) -> target, (t, v) -> {})
                .weak());
        thing.onComplete = () -> {
            Thing late = Thing.make(qom, "part");
            made.add(late);
            thing.addChild("late", late);
            late.unref();
            reach(Step.COMPLETE);
        };
        reach(Step.PARENT_INIT);
    }

    private QomObject add() {
        return qom.objects()
                .add(
                        Arguments.of(
                                "qom-type", "child", "id", "c0", "first", 1, "link", "target", "global", 2, "last", 3),
                        Origins.QMP);
    }

    private void assertNothingIsLeft() {
        assertThat(made).allMatch(QomObject::isFinalized);
        assertThat(qom.find("c0")).isNull();
        assertThat(qom.find("part")).isNull();
        assertThat(qom.root().children()).containsExactly(target);
        assertThat(target.references()).isEqualTo(1);
    }

    @Test
    void withoutAFaultTheObjectIsThere() {
        assertThat(add().isComplete()).isTrue();
        assertThat(target.references()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADD"})
    void faultLeavesNothing(Step step) {
        faulty = step;
        assertThatThrownBy(this::add).hasStackTraceContaining("fault at ");
        assertNothingIsLeft();
        faulty = null;
        add();
        assertThat(qom.find("/objects/c0")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADD"})
    void faultIsNotHeardOf(Step step) throws InterruptedException {
        qom.events().listen(heard::add);
        faulty = step;
        assertThatThrownBy(this::add).isNotNull();
        QomObject next = qom.newObject("part");
        qom.root().addChild("next", next);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).containsExactly(new QomEvent.ChildAdded(next, qom.root(), "next"));
    }

    @Test
    void takenIdLeavesNothing() {
        Thing first = Thing.make(qom, "part");
        qom.tree().container("objects").addChild("c0", first);
        assertThatThrownBy(this::add).hasMessage("attempt to add duplicate property 'c0' to object (type 'container')");
        assertThat(made).allMatch(QomObject::isFinalized);
        assertThat(qom.find("c0")).isSameAs(first);
        assertThat(target.references()).isEqualTo(1);
    }

    @Test
    void faultOfTheEndRidesAlongWithTheFaultThatLedThere() {
        faulty = Step.COMPLETE_AND_FINALIZE;
        assertThatThrownBy(this::add)
                .hasMessage("fault at COMPLETE")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("fault at COMPLETE_AND_FINALIZE"));
    }

    @Test
    void errorOfTheMachineLeavesNothingEither() {
        qom.types()
                .register(Thing.userType("greedy")
                        .instanceInit(thing -> {
                            made.add(thing);
                            thing.onComplete = () -> {
                                throw new OutOfMemoryError("no more");
                            };
                        })
                        .build());
        assertThatThrownBy(() -> qom.objects().add(Arguments.of("qom-type", "greedy", "id", "g0"), Origins.QMP))
                .isInstanceOf(OutOfMemoryError.class);
        assertNothingIsLeft();
    }
}
