// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.trace;

import jdk.jfr.FlightRecorder;

/**
 * The question that comes before every event: whether anybody ever began to record in this JVM.
 *
 * <p>As long as nobody did, no event's class is loaded: the first of them costs the start of a program a tenth of its time. Thread-safe.
 */
public final class Tracing {
    private Tracing() {}

    /** Tells whether events may be recorded; once true, it stays so. */
    public static boolean isPossible() {
        return FlightRecorder.isInitialized();
    }
}
