// SPDX-License-Identifier: Apache-2.0
/**
 * Character devices as objects below {@code /chardevs}: over which ways clients reach a process.
 *
 * <pre>{@code
 * SocketChardev socket = Chardev.socket(qom, "compat_monitor0", SocketAddresses.of(address));
 * QmpServer server = QmpServer.listen(monitor, address);
 * socket.attach(SocketAddresses.listening(server.localAddress()), () -> server.clients() > 0);
 * }</pre>
 *
 * <p>The objects only tell; bytes go through {@link io.qom4j.monitor.server}. Programs that start QEMU look here for the sockets that
 * they asked for.
 */
@NullMarked
package io.qom4j.monitor.chardev;

import org.jspecify.annotations.NullMarked;
