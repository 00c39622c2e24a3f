// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import io.qom4j.core.json.QmpJsonWriter;

/**
 * Where a session's messages go.
 *
 * <p>One that keeps nothing back need only {@link #send}. Thread-safe: replies and events come from different threads.
 */
public interface MessageSink {
    /** Takes a message, copying it, and may keep it until the next {@link #flush}; never waits for the client. */
    void send(QmpJsonWriter message);

    /** Delivers what was taken, waiting for the client where it reads slowly. */
    default void flush() {
        // Nothing was kept.
    }

    /** Has what was taken delivered soon; a sink that clients can hold up does so without waiting. */
    default void flushSoon() {
        flush();
    }

    /** Tells whether so much waits that the session should flush before it goes on. */
    default boolean isFull() {
        return false;
    }
}
