// SPDX-License-Identifier: Apache-2.0
/**
 * Serving QMP on sockets.
 *
 * <p>A {@link io.qom4j.monitor.server.QmpServer} listens on one {@link io.qom4j.monitor.server.ServerAddress}, a UNIX socket or a TCP
 * port, and has a virtual thread for each client. A monitor may have any number of servers.
 *
 * <p><b>Who may connect.</b> QMP has no login: whoever reaches the socket commands the process. So a UNIX socket is made with mode 0600,
 * and a TCP address must be a loopback address unless {@link io.qom4j.monitor.server.ServerOptions} allow others, which is warned of.
 *
 * <p><b>What a client can do to others.</b> Nothing but what commands do. A client that does not read is no longer read from; one that
 * does not even take its events is cut off; one that goes away takes only its unfinished request along.
 */
@NullMarked
package io.qom4j.monitor.server;

import org.jspecify.annotations.NullMarked;
