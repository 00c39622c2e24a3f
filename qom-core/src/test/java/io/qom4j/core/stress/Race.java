// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Actors that do something to the same state at the same time, again and again, each time on fresh state.
 *
 * <p>States come in batches. The threads of all actors begin each state at the same moment, so that they are in the middle of
 * something together, now the one a little ahead and now the other. When all are through with a batch every state of it is
 * judged. An exception of an actor fails the race.
 *
 * <p>Confined to one thread, that of the test.
 *
 * @param <S> the state
 */
public final class Race<S> {
    private static final int BATCHES = Integer.getInteger("qom.stress.batches", 40);
    private static final int BATCH = 50;

    /** How long an actor waits without giving its processor away. */
    private static final int MOST_SPINS = 1_000;

    private final Supplier<S> fresh;
    private final AtomicInteger started = new AtomicInteger();
    private final List<Consumer<S>> actors = new ArrayList<>();
    private Consumer<S> judge = state -> {};

    private Race(Supplier<S> fresh) {
        this.fresh = fresh;
    }

    /** Starts the description of a race for a state. */
    public static <S> Race<S> over(Supplier<S> fresh) {
        return new Race<>(fresh);
    }

    /** Adds an actor, which gets a thread of its own. */
    public Race<S> actor(Consumer<S> actor) {
        actors.add(actor);
        return this;
    }

    /** Says what must be true of a state when all actors are through with it. */
    public Race<S> then(Consumer<S> verdict) {
        judge = verdict;
        return this;
    }

    /** Runs the race for as many batches as one test may take. */
    public void run() {
        run(BATCHES);
    }

    /** Runs the race for so many batches; throws the first failure. */
    void run(int batches) {
        started.set(0);
        List<S> states = new ArrayList<>(BATCH);
        Phaser together = new Phaser(actors.size() + 1);
        AtomicBoolean isOver = new AtomicBoolean();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = actors.stream()
                .map(actor -> Thread.ofPlatform()
                        .name("actor")
                        .daemon()
                        .start(() -> act(actor, states, together, isOver, failures)))
                .toList();
        try {
            for (int i = 0; i < batches && failures.isEmpty(); i++) {
                states.clear();
                for (int j = 0; j < BATCH; j++) {
                    states.add(fresh.get());
                }
                together.arriveAndAwaitAdvance();
                together.arriveAndAwaitAdvance();
                if (failures.isEmpty()) {
                    states.forEach(judge);
                }
            }
        } finally {
            isOver.set(true);
            together.arriveAndDeregister();
        }
        threads.forEach(Race::join);
        Throwable first = failures.poll();
        if (first != null) {
            throw new AssertionError("an actor failed: " + first, first);
        }
    }

    private void act(
            Consumer<S> actor,
            List<S> states,
            Phaser together,
            AtomicBoolean isOver,
            ConcurrentLinkedQueue<Throwable> failures) {
        int turn = 0;
        while (true) {
            together.arriveAndAwaitAdvance();
            if (isOver.get()) {
                together.arriveAndDeregister();
                return;
            }
            for (S state : states) {
                startTogether(++turn);
                try {
                    actor.accept(state);
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                }
            }
            together.arriveAndAwaitAdvance();
        }
    }

    /** Waits, awake, until all actors are at the same state, so that they are in the middle of it together. */
    @SuppressWarnings("ThreadPriorityCheck") // who spins for ever on one processor starves those whom he waits for
    private void startTogether(int turn) {
        int all = turn * actors.size();
        started.incrementAndGet();
        for (int spins = 0; started.get() < all; spins++) {
            if (spins < MOST_SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while actors run", e);
        }
    }
}
