// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import io.qom4j.core.event.QomEvent;
import io.qom4j.core.event.QomListener;
import io.qom4j.core.event.Subscription;
import io.qom4j.core.property.Origins;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final int MOST_SECONDS = 10;

    private final Qom qom = Qom.builder().build();
    private final LinkedBlockingQueue<List<QomEvent>> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void registerTypes() {
        qom.types()
                .register(Thing.type("thing")
                        .classInit(oc -> {
                            oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> t.number = v);
                            oc.addLink(
                                    "link",
                                    "thing",
                                    Thing.class,
                                    (Thing t) -> t.target,
                                    (Thing t, @Nullable Thing v) -> t.target = v);
                        })
                        .build());
    }

    private List<QomEvent> nextBatch() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(MOST_SECONDS, TimeUnit.SECONDS), "nothing was heard");
    }

    private Thing thing() {
        return Thing.make(qom, "thing");
    }

    @Test
    void comingSettingGoingAndEndingAreHeardOfInOrder() throws InterruptedException {
        qom.events().listen(heard::add);
        Thing thing = thing();
        qom.root().addChild("thing", thing);
        thing.setLong("size", 7);
        thing.unref();
        thing.unparent();
        assertThat(nextBatch()).containsExactly(new QomEvent.ChildAdded(thing, qom.root(), "thing"));
        assertThat(nextBatch())
                .containsExactly(new QomEvent.PropertyChanged(thing, thing.property("size"), Origins.API));
        assertThat(nextBatch())
                .containsExactly(new QomEvent.ChildRemoved(thing, qom.root(), "thing"), new QomEvent.Finalized(thing));
    }

    @Test
    void whoBeginsToListenLaterHearsOfAValueThatIsSetAgain() throws InterruptedException {
        Thing thing = thing();
        thing.setLong("size", 7);
        thing.setLong("size", 7);
        qom.events().listen(heard::add);
        thing.setLong("size", 7);
        assertThat(nextBatch())
                .containsExactly(new QomEvent.PropertyChanged(thing, thing.property("size"), Origins.API));
    }

    @Test
    void aClassThatIsMadeWhileSomebodyListensIsHeardOf() throws InterruptedException {
        qom.events().listen(heard::add);
        Thing thing = thing();
        thing.setLong("size", 1);
        thing.setLong("size", 2);
        assertThat(nextBatch()).hasSize(1);
        assertThat(nextBatch())
                .containsExactly(new QomEvent.PropertyChanged(thing, thing.property("size"), Origins.API));
    }

    @Test
    void whatHappensInOneTransactionIsHeardOfTogether() throws InterruptedException {
        qom.events().listen(heard::add);
        Thing thing = thing();
        qom.exclusively(() -> {
            qom.root().addChild("thing", thing);
            thing.setLong("size", 1);
            qom.exclusively(() -> thing.setLong("size", 2));
            assertThat(heard).isEmpty();
        });
        assertThat(nextBatch())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ChildAdded", "PropertyChanged", "PropertyChanged");
    }

    @Test
    void whatATransactionDidBeforeItFailedIsHeardOf() throws InterruptedException {
        qom.events().listen(heard::add);
        Thing thing = thing();
        assertThatThrownBy(() -> qom.exclusively(() -> {
                    qom.root().addChild("thing", thing);
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");
        assertThat(nextBatch()).containsExactly(new QomEvent.ChildAdded(thing, qom.root(), "thing"));
    }

    @Test
    void objectThatCameAndWentInOneTransactionIsNotHeardOf() throws InterruptedException {
        qom.events().listen(heard::add);
        Thing stays = thing();
        qom.exclusively(() -> {
            Thing visitor = thing();
            qom.root().addChild("visitor", visitor);
            visitor.setLong("size", 1);
            visitor.unref();
            visitor.unparent();
            qom.root().addChild("stays", stays);
        });
        assertThat(nextBatch()).containsExactly(new QomEvent.ChildAdded(stays, qom.root(), "stays"));
    }

    @Test
    void whatHappensToAnObjectWhileItIsMadeIsNotHeardOf() throws InterruptedException {
        qom.types()
                .register(Thing.type("busy")
                        .parent("thing")
                        .instanceInit(thing -> thing.setLong("size", 3))
                        .build());
        qom.events().listen(heard::add);
        QomObject busy = qom.newObject("busy");
        busy.setLong("size", 4);
        assertThat(nextBatch()).hasSize(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void objectsOutsideTheTreeComeAndGoUnheard() throws InterruptedException {
        qom.events().listen(heard::add);
        Thing loose = thing();
        Thing part = thing();
        loose.addChild("part", part);
        part.unparent();
        part.unref();
        assertThat(nextBatch()).containsExactly(new QomEvent.Finalized(part));
    }

    @Test
    void subtreeComesAndGoesAsOneButEachOfItsObjectsEnds() throws InterruptedException {
        Thing top = thing();
        Thing part = thing();
        top.addChild("part", part);
        part.unref();
        qom.events().listen(heard::add);
        qom.root().addChild("top", top);
        top.unref();
        top.unparent();
        assertThat(nextBatch()).containsExactly(new QomEvent.ChildAdded(top, qom.root(), "top"));
        assertThat(nextBatch())
                .containsExactly(
                        new QomEvent.ChildRemoved(top, qom.root(), "top"),
                        new QomEvent.Finalized(part),
                        new QomEvent.Finalized(top));
    }

    @Test
    void linkThatIsSetIsHeardOfBeforeItsFormerTargetEnds() throws InterruptedException {
        Thing owner = thing();
        Thing target = thing();
        owner.setLink("link", target);
        target.unref();
        qom.events().listen(heard::add);
        owner.setLink("link", null);
        assertThat(nextBatch())
                .containsExactly(
                        new QomEvent.PropertyChanged(owner, owner.property("link"), Origins.API),
                        new QomEvent.Finalized(target));
    }

    @Test
    void listenerIsCalledOutsideTheWriterLockAndMayTakeIt() throws InterruptedException {
        LinkedBlockingQueue<Boolean> held = new LinkedBlockingQueue<>();
        qom.events().listen(events -> {
            held.add(qom.isHeldExclusively());
            qom.exclusively(() -> held.add(qom.isHeldExclusively()));
        });
        thing().setLong("size", 1);
        assertThat(held.poll(MOST_SECONDS, TimeUnit.SECONDS)).isFalse();
        assertThat(held.poll(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void slowListenerDelaysNeitherTheWriterNorTheOthers() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        List<Integer> slow = new ArrayList<>();
        CountDownLatch slowHeardAll = new CountDownLatch(3);
        qom.events().listen(events -> {
            await(release);
            slow.add(slow.size());
            slowHeardAll.countDown();
        });
        qom.events().listen(heard::add);
        Thing thing = thing();
        for (int i = 0; i < 3; i++) {
            thing.setLong("size", i);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(nextBatch()).hasSize(1);
        }
        release.countDown();
        assertThat(slowHeardAll.await(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void throwingListenerHarmsNobodyAndStaysSubscribed() throws InterruptedException {
        LinkedBlockingQueue<Integer> thrown = new LinkedBlockingQueue<>();
        qom.events().listen(events -> {
            thrown.add(thrown.size());
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
            throw new IllegalStateException("listener's own fault");
        });
        qom.events().listen(heard::add);
        Thing thing = thing();
        thing.setLong("size", 1);
        assertThat(nextBatch()).hasSize(1);
        thing.setLong("size", 2);
        assertThat(nextBatch()).hasSize(1);
        assertThat(thrown.poll(MOST_SECONDS, TimeUnit.SECONDS)).isNotNull();
        assertThat(thrown.poll(MOST_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void closedSubscriptionHearsNothingMore() throws InterruptedException {
        QomListener first = mock(QomListener.class);
        Subscription subscription = qom.events().listen(first);
        Thing thing = thing();
        thing.setLong("size", 1);
        verify(first, timeout(MOST_SECONDS * 1000)).onEvents(any());
        subscription.close();
        qom.events().listen(heard::add);
        thing.setLong("size", 2);
        assertThat(nextBatch()).hasSize(1);
        verify(first).onEvents(any());
    }

    @Test
    void listenerSubscribedTwiceHearsTwice() {
        QomListener listener = mock(QomListener.class);
        qom.events().listen(listener);
        qom.events().listen(listener);
        thing().setLong("size", 1);
        verify(listener, timeout(MOST_SECONDS * 1000).times(2)).onEvents(any());
    }

    @Test
    void weakListenerHearsWhileSomebodyRefersToIt() throws InterruptedException {
        QomListener listener = heard::add;
        try {
            qom.events().listenWeakly(listener);
            System.gc();
            thing().setLong("size", 1);
            assertThat(nextBatch()).hasSize(1);
        } finally {
            Reference.reachabilityFence(listener);
        }
    }

    @Test
    void weakListenerThatIsGoneIsForgotten() throws InterruptedException {
        qom.events().listenWeakly(new WeaklyHeld());
        Thing thing = thing();
        for (int i = 0; i < 100 && qom.isObserved(); i++) {
            System.gc();
            thing.setLong("size", i);
            assertThat(heard.poll(20, TimeUnit.MILLISECONDS)).isNull();
        }
        assertThat(qom.isObserved()).isFalse();
    }

    /** A listener that only the runtime refers to, weakly. */
    private static final class WeaklyHeld implements QomListener {
        @Override
        public void onEvents(List<QomEvent> events) {}
    }

    @Test
    void nothingIsKeptWhileNobodyListens() throws InterruptedException {
        QomListener late = mock(QomListener.class);
        Thing thing = thing();
        qom.exclusively(() -> thing.setLong("size", 1));
        assertThat(qom.isObserved()).isFalse();
        qom.events().listen(late);
        qom.exclusively(() -> {});
        verify(late, never()).onEvents(any());
    }

    @Test
    void codeThatChangesAFieldItselfMayTell() throws InterruptedException {
        qom.events().listen(heard::add);
        Thing thing = thing();
        thing.number = 5;
        thing.changed(thing.property("size"), Origins.OBJECT);
        assertThat(nextBatch())
                .containsExactly(new QomEvent.PropertyChanged(thing, thing.property("size"), Origins.OBJECT));
    }
}
