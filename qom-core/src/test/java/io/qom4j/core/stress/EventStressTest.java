// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.QomObject;
import io.qom4j.core.Thing;
import io.qom4j.core.event.QomEvent;
import io.qom4j.core.event.Subscription;
import io.qom4j.core.property.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Listeners that come and go while things happen. */
class EventStressTest {
    private static final int CHANGES = 20;
    private static final int MOST_SECONDS = 20;

    /** Says which change it was. */
    private record Change(int number) implements Origin {
        @Override
        public String describe() {
            return "change " + number;
        }
    }

    /** A world, a listener that comes and goes, and one that stays. */
    private static final class Heard {
        final World world = new World();
        final ConcurrentLinkedQueue<Integer> byVisitor = new ConcurrentLinkedQueue<>();
        final List<Integer> byResident = new ArrayList<>();
        final CountDownLatch residentHeardAll = new CountDownLatch(CHANGES);

        Heard() {
            world.qom.events().listen(events -> {
                for (int number : numbers(events)) {
                    byResident.add(number);
                    residentHeardAll.countDown();
                }
            });
        }

        void changeAll() {
            for (int i = 0; i < CHANGES; i++) {
                world.one.changed(world.one.property("size"), new Change(i));
            }
        }

        void visit() {
            Subscription visitor = world.qom.events().listen(events -> byVisitor.addAll(numbers(events)));
            Thread.onSpinWait();
            visitor.close();
        }

        private static List<Integer> numbers(List<QomEvent> events) {
            return events.stream()
                    .map(QomEvent.PropertyChanged.class::cast)
                    .map(event -> ((Change) event.origin()).number())
                    .toList();
        }

        void check() {
            assertThat(await(residentHeardAll)).isTrue();
            assertThat(byResident).isEqualTo(IntStream.range(0, CHANGES).boxed().toList());
            List<Integer> visitor = List.copyOf(byVisitor);
            for (int i = 1; i < visitor.size(); i++) {
                assertThat(visitor.get(i)).isEqualTo(visitor.get(i - 1) + 1);
            }
        }

        private static boolean await(CountDownLatch latch) {
            try {
                return latch.await(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void residentHearsEveryChangeInOrderWhileAnotherComesAndGoes() {
        Race.over(Heard::new)
                .actor(Heard::changeAll)
                .actor(Heard::visit)
                .then(Heard::check)
                .run();
    }

    /** A type whose class is made when somebody begins to listen, and what the listener hears. */
    private static final class Newcomer {
        final World world = new World();
        final CountDownLatch heard = new CountDownLatch(2);

        Newcomer() {
            world.qom.types().register(Thing.type("newcomer").parent("thing").build());
        }

        void listen() {
            world.qom.events().listen(events -> heard.countDown());
        }

        void makeClass() {
            world.qom.types().get("newcomer");
        }

        void check() {
            QomObject made = world.qom.newObject("newcomer");
            made.setLong("size", 1);
            made.setLong("size", 2);
            assertThat(Heard.await(heard)).isTrue();
        }
    }

    @Test
    void setsOfAClassThatIsMadeWhileSomebodyBeginsToListenAreHeard() {
        Race.over(Newcomer::new)
                .actor(Newcomer::listen)
                .actor(Newcomer::makeClass)
                .then(Newcomer::check)
                .run();
    }

    @Test
    void registrationsOfSeveralThreadsAllCount() {
        Race.over(World::new)
                .actor(EventStressTest::listenAndHear)
                .actor(EventStressTest::listenAndHear)
                .then(w -> assertThat(w.won).hasValue(2))
                .run();
    }

    private static void listenAndHear(World w) {
        CountDownLatch heard = new CountDownLatch(1);
        Subscription listener = w.qom.events().listen(events -> heard.countDown());
        w.one.setLong("size", 1);
        if (Heard.await(heard)) {
            w.won.incrementAndGet();
        }
        listener.close();
    }

    @Test
    void transactionsOfTwoThreadsAreHeardOneAfterTheOther() {
        Race.over(() -> {
                    Transactions t = new Transactions();
                    t.world.qom.events().listen(t.batches::add);
                    return t;
                })
                .actor(t -> t.setTwice(1))
                .actor(t -> t.setTwice(2))
                .then(Transactions::check)
                .run();
    }

    /** Two threads, each with one transaction of two changes. */
    private static final class Transactions {
        final World world = new World();
        final ConcurrentLinkedQueue<List<QomEvent>> batches = new ConcurrentLinkedQueue<>();

        void setTwice(int who) {
            world.qom.exclusively(() -> {
                world.one.changed(world.one.property("size"), new Change(who));
                world.one.changed(world.one.property("size"), new Change(who));
            });
        }

        void check() {
            CountDownLatch last = new CountDownLatch(1);
            world.qom.events().listen(events -> last.countDown());
            world.two.setLong("size", 1);
            assertThat(Heard.await(last)).isTrue();
            List<List<QomEvent>> heard = List.copyOf(batches);
            for (List<QomEvent> batch : heard) {
                if (batch.size() == 2) {
                    assertThat(((QomEvent.PropertyChanged) batch.getFirst()).origin())
                            .isEqualTo(((QomEvent.PropertyChanged) batch.getLast()).origin());
                } else {
                    assertThat(batch.getFirst().object()).isSameAs(world.two);
                }
            }
        }
    }
}
