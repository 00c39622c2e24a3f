// SPDX-License-Identifier: Apache-2.0
/**
 * The monitor: asking a runtime what there is, and changing it, from outside.
 *
 * <p>A {@link io.qom4j.monitor.Monitor} knows a runtime, the commands that can be given, and the events that clients hear of.
 * Clients reach it over QMP, through a {@link io.qom4j.monitor.server.QmpServer}, or in words, through a
 * {@link io.qom4j.monitor.HumanMonitor}.
 *
 * <pre>{@code
 * try (Qom qom = Qom.create();
 *         QmpServer server = QmpServer.listen(Monitor.of(qom), ServerAddress.unix(Path.of("qmp.sock")))) {
 *     server.monitor().awaitShutdown();       // until a client says quit
 * }
 * }</pre>
 *
 * <table>
 * <caption>Which package plays which part</caption>
 * <tr><th>package</th><th>part</th></tr>
 * <tr><td>{@link io.qom4j.monitor.command}</td><td>what a command is</td></tr>
 * <tr><td>{@code commands}</td><td>the commands that every monitor has</td></tr>
 * <tr><td>{@link io.qom4j.monitor.chardev}</td><td>the ways to a process, as the tree shows them</td></tr>
 * <tr><td>{@link io.qom4j.monitor.event}</td><td>what clients are told unasked</td></tr>
 * <tr><td>{@link io.qom4j.monitor.qmp}</td><td>the protocol: bytes in, bytes out; knows of no command</td></tr>
 * <tr><td>{@link io.qom4j.monitor.server}</td><td>sockets, limits, threads</td></tr>
 * <tr><td>{@code hmp}</td><td>the human monitor</td></tr>
 * </table>
 */
@NullMarked
package io.qom4j.monitor;

import org.jspecify.annotations.NullMarked;
