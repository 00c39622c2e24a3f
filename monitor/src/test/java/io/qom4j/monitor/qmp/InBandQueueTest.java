// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.Test;

/** Requests of a client that goes away while they wait or run. */
class InBandQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final InBandQueue queue = new InBandQueue();

    private void put(Runnable request) throws InterruptedException {
        queue.put(request);
        queue.release();
    }

    @Test
    void requestThatRunsIsNotDisturbedByTheClose() throws Exception {
        Phaser steps = new Phaser(2);
        CompletableFuture<Boolean> isDisturbed = new CompletableFuture<>();
        put(() -> {
            steps.arriveAndAwaitAdvance();
            steps.arriveAndAwaitAdvance();
            isDisturbed.complete(Thread.currentThread().isInterrupted());
        });
        steps.arriveAndAwaitAdvance();
        queue.close();
        steps.arriveAndAwaitAdvance();
        assertThat(isDisturbed.get()).isFalse();
    }

    @Test
    void answerThatCannotBeDeliveredHoldsUpNobody() {
        assertTimeoutPreemptively(LONG, () -> {
            CountDownLatch all = new CountDownLatch(3 * InBandQueue.CAPACITY);
            for (long i = all.getCount(); i > 0; i--) {
                put(() -> {
                    all.countDown();
                    throw new UncheckedIOException(new IOException("the client went away"));
                });
            }
            all.await();
        });
    }
}
