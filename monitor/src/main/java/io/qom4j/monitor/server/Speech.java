// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.Session;
import io.qom4j.monitor.qmp.QmpSession;
import io.qom4j.monitor.readline.HumanSession;
import io.qom4j.monitor.readline.LineHistory;
import java.util.function.Function;

/**
 * What is spoken with the clients of one socket.
 *
 * <p>Thread-safe.
 */
public final class Speech {
    private final boolean isForMany;
    private final Function<Outbox, Session> beginning;

    private Speech(boolean isForMany, Function<Outbox, Session> beginning) {
        this.isForMany = isForMany;
        this.beginning = beginning;
    }

    /** Returns QMP, which many clients may speak at once. */
    public static Speech qmp(Monitor monitor) {
        return new Speech(true, outbox -> new QmpSession(monitor, outbox));
    }

    /** Returns the monitor for people; one client at a time, and the lines of those before it can be had back. */
    public static Speech human(Monitor monitor) {
        LineHistory history = new LineHistory();
        return new Speech(false, outbox -> new HumanSession(monitor, history, outbox::deliver));
    }

    /** Returns silence: what a client says is taken and dropped; one client at a time. */
    public static Speech silence() {
        return new Speech(false, outbox -> new SilentSession());
    }

    /** Tells whether a client need not wait until the one before it has gone. */
    boolean isForMany() {
        return isForMany;
    }

    Session begin(Outbox outbox) {
        return beginning.apply(outbox);
    }

    /** Hears, and says nothing. */
    private static final class SilentSession implements Session {
        @Override
        public void open() {
            // Nobody greets.
        }

        @Override
        public void feed(byte[] bytes, int from, int to) {
            // Nobody listens.
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
