// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.event;

/** A listener's registration; closing it ends it. Thread-safe. */
public interface Subscription extends AutoCloseable {
    /** Ends the registration; events that happened before are still delivered. */
    @Override
    void close();
}
