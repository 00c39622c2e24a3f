// SPDX-License-Identifier: Apache-2.0

/**
 * The monitor against QEMU's: one client on a UNIX socket, the same requests to both, each server in a process of its own.
 *
 * <p>Not a JMH benchmark, since what is measured runs in another process: {@link io.qom4j.bench.monitor.MonitorComparison} has a main method.
 */
@NullMarked
package io.qom4j.bench.monitor;

import org.jspecify.annotations.NullMarked;
