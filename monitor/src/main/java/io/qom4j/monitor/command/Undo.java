// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

/**
 * How what a command does can be taken back.
 *
 * <p>Called under the runtime's writer lock, one at a time. One serves all calls of a command: what
 * it remembers is in the step.
 */
@FunctionalInterface
public interface Undo {
    /**
     * Called before the command runs, with its arguments checked: remembers what is there.
     *
     * @throws io.qom4j.core.error.QomException if what this call does could not be taken back
     */
    Step before(Call call);

    /** One command that was run in a transaction. */
    interface Step {
        /** Takes back what the command did; it has succeeded, and all later ones are taken back already. */
        void takeBack();

        /** Lets go of what was remembered: all commands have succeeded, or all is taken back. */
        default void forget() {}
    }
}
