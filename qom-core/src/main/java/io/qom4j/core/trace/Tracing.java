// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.trace;

import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * The question that comes before every event: whether anybody ever began to record in this JVM.
 *
 * <p>As long as nobody did, no event's class is loaded: the first of them costs the start of a program a tenth of its time.
 * Thread-safe. As with JFR's own events a thread that is told nothing may go on for a while before it notices the first
 * recording.
 */
public final class Tracing {
    private static final Recorder RECORDER = new Recorder();

    static {
        FlightRecorder.addListener(RECORDER);
    }

    /** Hears that the recorder has begun, without asking for anything that another thread may hold while it begins. */
    private static final class Recorder implements FlightRecorderListener {
        /** Plain, as JFR's own switches are, so that the test costs a set of a property next to nothing. */
        private boolean hasBegun;

        @Override
        public void recorderInitialized(FlightRecorder recorder) {
            hasBegun = true;
        }
    }

    private Tracing() {}

    /** Tells whether events may be recorded; once true, it stays so. */
    public static boolean isPossible() {
        return RECORDER.hasBegun;
    }
}
