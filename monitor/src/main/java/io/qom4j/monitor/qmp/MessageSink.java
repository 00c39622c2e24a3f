// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import io.qom4j.core.json.QmpJsonWriter;

/**
 * Where a session's messages go.
 *
 * <p>Thread-safe: replies and events come from different threads.
 */
public interface MessageSink {
    /** Takes a message, copying it, and may keep it until the next {@link #flush}; never waits for the client. */
    void send(QmpJsonWriter message);

    /** Delivers what was taken, waiting for the client where it reads slowly. */
    void flush();

    /** Has what was taken delivered soon, without waiting. */
    void flushSoon();

    /** Tells whether so much waits that the session should flush before it goes on. */
    boolean isFull();
}
