// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

/**
 * What a machine is doing; those states that a machine without processors can be in.
 *
 * <p>Immutable. QEMU: qapi/run-state.json, RunState.
 */
public enum RunState {
    /** It waits to be started for the first time. */
    PRELAUNCH("prelaunch"),
    /** It runs. */
    RUNNING("running"),
    /** It was stopped. */
    PAUSED("paused"),
    /** It has ended. */
    SHUTDOWN("shutdown");

    private final String word;

    RunState(String word) {
        this.word = word;
    }

    /** Returns QEMU's word, for example {@code prelaunch}. */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
