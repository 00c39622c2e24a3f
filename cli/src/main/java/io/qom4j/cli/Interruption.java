// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.exec.ram.Preallocation;
import io.qom4j.exec.ram.PreallocationListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What Control-C, or a request to terminate, does to a command that makes objects: it cancels a preallocation under way, and waits until
 * what was made so far has been taken back.
 *
 * <p>As long as it is armed. Passes on to another listener what it hears itself. Thread-safe.
 */
final class Interruption implements PreallocationListener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final PreallocationListener next;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "qom-interruption");
    private boolean isInterrupted;
    private @Nullable Preallocation run;

    private Interruption(PreallocationListener next) {
        this.next = next;
    }

    /** Arms it. */
    static Interruption arm(PreallocationListener next) {
        Interruption made = new Interruption(next);
        Runtime.getRuntime().addShutdownHook(made.hook);
        return made;
    }

    @Override
    public void started(Preallocation newRun) {
        next.started(newRun);
        synchronized (this) {
            run = newRun;
            if (isInterrupted) {
                newRun.cancel();
            }
        }
    }

    @Override
    public void progress(long done, long total) {
        next.progress(done, total);
    }

    @Override
    public void ended(Preallocation oldRun) {
        synchronized (this) {
            run = null;
        }
        next.ended(oldRun);
    }

    /** Cancels what runs, if something does. */
    synchronized void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    /** Cancels what runs, or will run, and waits for {@link #close}. */
    private void interrupt() {
        boolean mustWait;
        synchronized (this) {
            isInterrupted = true;
            mustWait = run != null;
            cancel();
        }
        if (mustWait) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "qom: what was made so far could not be taken back within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Disarms it: nothing is left that would have to be taken back. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, or has run; it has just been told that all is over.
        }
    }
}
