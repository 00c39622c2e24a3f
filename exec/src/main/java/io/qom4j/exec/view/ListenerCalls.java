// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A round of calls to listeners, in which each hears everything although others fail.
 *
 * <p>What listeners throw is kept, and thrown once the round is over. Confined to the runtime's writer lock.
 */
public final class ListenerCalls {
    private final List<MemoryListener> listeners;
    private @Nullable Throwable failure;

    /**
     * Starts a round.
     *
     * @param listeners lowest priority first
     */
    public ListenerCalls(List<MemoryListener> listeners) {
        this.listeners = listeners;
    }

    /** Calls all, lowest priority first. */
    public void forward(Consumer<MemoryListener> call) {
        for (MemoryListener each : listeners) {
            attempt(each, call);
        }
    }

    /** Calls all, highest priority first. */
    public void backward(Consumer<MemoryListener> call) {
        for (int i = listeners.size() - 1; i >= 0; i--) {
            attempt(listeners.get(i), call);
        }
    }

    private void attempt(MemoryListener listener, Consumer<MemoryListener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException | Error thrown) {
            failed(thrown);
        }
    }

    /** Keeps a failure, to be thrown in the end. */
    public void failed(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        } else if (failure != thrown) {
            failure.addSuppressed(thrown);
        }
    }

    /** Keeps the failures of another round, too. */
    public void absorb(ListenerCalls other) {
        if (other.failure != null) {
            failed(other.failure);
        }
    }

    /** Throws what was thrown first in this round, with all the rest attached; does nothing if nobody failed. */
    public void rethrow() {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
