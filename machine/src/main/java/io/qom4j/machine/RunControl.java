// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The starting, stopping and resetting of one runtime's machine.
 *
 * <p>A service of the runtime. Without processors nothing runs; the state is kept for those who ask, and listeners are told.
 * Thread-safe; listeners are called in the thread that asked, one call at a time. QEMU: softmmu/runstate.c.
 */
public final class RunControl {
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private volatile RunState state = RunState.PRELAUNCH;

    /** Makes the control of a machine that was not started yet. */
    public RunControl() {}

    /** Returns what the machine is doing. */
    public RunState state() {
        return state;
    }

    /** Starts the machine, or lets it go on; does nothing if it runs. */
    public synchronized void resume() {
        if (state != RunState.RUNNING) {
            state = RunState.RUNNING;
            listeners.forEach(RunListener::resumed);
        }
    }

    /** Stops the machine; does nothing if it does not run. */
    public synchronized void pause() {
        if (state == RunState.RUNNING) {
            state = RunState.PAUSED;
            listeners.forEach(RunListener::paused);
        }
    }

    /** Resets the machine, whatever it is doing; one that was stopped then waits as before its first start. */
    public synchronized void reset() {
        if (state == RunState.PAUSED) {
            state = RunState.PRELAUNCH;
        }
        listeners.forEach(RunListener::reset);
    }

    /** Has a listener told of everything from now on. */
    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    /** Has a listener told of nothing any more. */
    public void removeListener(RunListener listener) {
        listeners.remove(listener);
    }
}
