// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * Somebody to wake.
 *
 * <p>Thread-safe: signalled by whatever thread writes to the device. QEMU: include/qemu/event_notifier.h.
 */
@FunctionalInterface
public interface EventNotifier {
    /** Wakes him; must be quick, and may come from several threads at once. */
    void signal();
}
