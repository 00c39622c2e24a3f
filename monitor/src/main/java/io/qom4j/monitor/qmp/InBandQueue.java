// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * The requests of one client that wait for their turn while the client may execute others out of band.
 *
 * <p>At most {@value #CAPACITY} wait; one more makes the reader wait. What was put in goes to the thread that runs it at the end of a
 * block of input, so that a request out of band overtakes those that came in one block with it. QEMU: monitor/qmp.c, qmp_requests.
 */
final class InBandQueue {
    static final int CAPACITY = 8;

    private final Semaphore places = new Semaphore(CAPACITY);
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private volatile boolean isClosed;

    InBandQueue() {
        Thread.ofVirtual().name("qmp-in-band").start(this::run);
    }

    /** Puts a request at the end; called by the reader. */
    void put(Runnable request) throws InterruptedException {
        if (!places.tryAcquire()) {
            release();
            places.acquire();
        }
        held.add(request);
    }

    /** Hands over what was put in; called by the reader at the end of a block. */
    void release() {
        for (Runnable request = held.poll(); request != null; request = held.poll()) {
            waiting.add(request);
        }
    }

    /** Drops what waits; a request that runs goes on to its end, undisturbed. */
    void close() {
        isClosed = true;
        waiting.add(() -> {});
    }

    private void run() {
        while (!isClosed) {
            try {
                Runnable request = waiting.take();
                places.release();
                if (!isClosed) {
                    request.run();
                }
            } catch (UncheckedIOException e) {
                // Whoever cannot be told is about to be seen to be gone; until then the reader must not wait here.
                QmpSession.LOG.log(System.Logger.Level.DEBUG, "a client went away before its answer came", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
