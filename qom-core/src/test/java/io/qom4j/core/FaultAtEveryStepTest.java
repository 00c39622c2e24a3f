// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.event.QomEvent;
import io.qom4j.core.property.Origins;
import io.qom4j.core.visit.SingleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever call of a component's own code fails while objects are made, nothing is left behind and the same can be made again.
 *
 * <p>A dry run counts the calls: class hooks, interface hooks, factory, defaults, init hooks, globals, setters before and after
 * they store, link checks, complete. Then each call in turn fails, in a runtime of its own.
 */
class FaultAtEveryStepTest {
    /** The ways to make objects. */
    enum Door {
        ADD(qom -> List.of(qom.objects().add("child", "c0", "first=1,link=target,last=2"))),
        ADD_WITH_CLASS_MADE(qom -> {
            qom.types().get("child");
            return List.of(qom.objects().add("child", "c0", "first=1,link=target,last=2"));
        }),
        LOAD(qom -> ConfigLoader.of(qom).text("""
                {'globals': {'child': {'global': 3}}, 'objects': [
                  {'qom-type': 'child', 'id': 'c0', 'link': '/objects/c1',
                   'children': [{'qom-type': 'child', 'id': 'inner', 'first': 1}]},
                  {'qom-type': 'child', 'id': 'c1', 'last': 2, 'link': 'target'}]}
                """, "two").load().objects());

        @SuppressWarnings("ImmutableEnumChecker") // it remembers nothing
        private final Function<Qom, List<QomObject>> make;

        Door(Function<Qom, List<QomObject>> make) {
            this.make = make;
        }
    }

    /** The fault. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String step) {
            super("fault at " + step);
        }
    }

    /** A runtime in which the n-th call of a component's code fails; none if n is 0. */
    private static final class Bench {
        final Qom qom = Qom.builder().build();
        final List<Thing> made = new ArrayList<>();
        final List<String> steps = new ArrayList<>();
        final Thing target;
        int faultAt;

        Bench() {
            qom.types().register(Thing.type("part").build());
            qom.types()
                    .register(TypeInfo.ofInterface("face")
                            .classInit(ic -> step("interface class_init"))
                            .classBaseInit(ic -> step("interface class_base_init"))
                            .build());
            qom.types()
                    .register(TypeInfo.of("mother", Thing.class)
                            .factory(this::factory)
                            .abstractType()
                            .interfaces(UserCreatable.TYPE_NAME, "face")
                            .classBaseInit(oc -> step("class_base_init"))
                            .classInit(this::motherClass)
                            .instanceInit(this::initMother)
                            .instancePostInit(thing -> step("mother's post_init"))
                            .build());
            qom.types()
                    .register(TypeInfo.of("child", Thing.class)
                            .parent("mother")
                            .classInit(this::childClass)
                            .instanceInit(thing -> step("child's init"))
                            .instancePostInit(thing -> step("child's post_init"))
                            .build());
            target = Thing.make(qom, "part");
            qom.root().addChild("target", target);
            target.unref();
        }

        void step(String what) {
            steps.add(what);
            if (steps.size() == faultAt) {
                throw new Fault(what);
            }
        }

        private Thing factory() {
            step("factory");
            Thing thing = new Thing();
            made.add(thing);
            thing.onComplete = () -> {
                step("complete");
                thing.flag = true;
                step("end of complete");
            };
            return thing;
        }

        private void motherClass(ObjectClass oc) {
            step("mother's class_init");
            oc.addSize("first", null, stored("first")).defaultValue(5);
            oc.addLink("link", "object", QomObject.class, (Thing t) -> t.anything, this::setLink)
                    .check((Thing t, @Nullable QomObject to) -> step("check of link"));
        }

        private void setLink(Thing thing, @Nullable QomObject to) {
            if (to != null) {
                step("link");
            }
            thing.anything = to;
        }

        private void childClass(ObjectClass oc) {
            step("child's class_init");
            oc.addSize("global", null, stored("global"));
            oc.addSize("last", null, stored("last")).defaultValue(6);
        }

        private ObjLongConsumer<Thing> stored(String name) {
            return (thing, value) -> {
                step(name);
                thing.number = value;
                step(name + " stored");
            };
        }

        private void initMother(Thing thing) {
            step("mother's init");
            Thing part = Thing.make(qom, "part");
            thing.addChild("part", part);
            part.unref();
            step("mother has a part");
        }

        void close() {
            faultAt = 0;
            qom.close();
            assertThat(made).allMatch(thing -> thing.isFinalized());
            assertThat(target.isFinalized()).isTrue();
        }
    }

    private static Bench prepared(Door door) {
        Bench bench = new Bench();
        if (door == Door.ADD_WITH_CLASS_MADE) {
            bench.qom.types().globals().add("child", "global", () -> SingleValue.input(1L), Origins.API);
            bench.steps.clear();
        }
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void faultAtAnyStepLeavesNothingAndTheSameCanBeMadeAgain(Door door) throws InterruptedException {
        Bench dry = prepared(door);
        assertThat(door.make.apply(dry.qom)).isNotEmpty();
        assertThat(dry.steps).hasSizeGreaterThan(10).contains("complete", "link", "factory", "mother's post_init");
        dry.close();
        for (int n = 1; n <= dry.steps.size(); n++) {
            Bench bench = prepared(door);
            bench.faultAt = n;
            failAt(bench, door, dry.steps.get(n - 1));
            bench.faultAt = 0;
            assertThat(door.make.apply(bench.qom)).allMatch(QomObject::isComplete);
            bench.close();
        }
    }

    private static void failAt(Bench bench, Door door, String step) throws InterruptedException {
        LinkedBlockingQueue<List<QomEvent>> heard = new LinkedBlockingQueue<>();
        bench.qom.events().listen(heard::add);
        List<QomObject> before = bench.qom.root().children();
        assertThat(catchThrowable(() -> door.make.apply(bench.qom)))
                .as(step)
                .isNotNull()
                .satisfies(thrown -> assertThat(causes(thrown)).anyMatch(Fault.class::isInstance));
        assertThat(bench.qom.root().children()).as("tree after " + step).isEqualTo(before);
        assertThat(bench.qom.objects().all()).as("objects after " + step).isEmpty();
        assertThat(bench.target.references()).as("references after " + step).isEqualTo(1);
        assertThat(bench.made).as("what was made before " + step).allMatch(thing -> thing.isFinalized());
        assertThat(bench.qom.query("**")).as("tree after " + step).hasSize(1 + before.size());
        bench.target.changed(bench.target.property("type"), Origins.API);
        List<QomEvent> first = Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was heard");
        assertThat(first).as("heard after " + step).extracting(QomEvent::object).containsExactly(bench.target);
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }
}
