// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.event;

import java.util.List;

/**
 * Code that wants to hear what happens in a runtime.
 *
 * <p>Called by one thread at a time, so that an implementation need not be thread-safe for its own sake.
 */
@FunctionalInterface
public interface QomListener {
    /**
     * Called with what happened together, in order: one change of the tree, or all changes of one transaction.
     *
     * <p>Called after the change and without any lock, one call at a time, on a thread of the listener's own; what it throws
     * goes to that thread's uncaught-exception handler and does not end the subscription.
     */
    void onEvents(List<QomEvent> events);
}
