// SPDX-License-Identifier: Apache-2.0
/**
 * The protocol QMP: bytes in, messages out, and nothing of what commands mean.
 *
 * <p>A {@link io.qom4j.monitor.qmp.QmpSession} is one client's conversation. It is fed with blocks of bytes, cuts them into
 * requests, checks their form, has the commands run, and hands replies and events to a {@link io.qom4j.monitor.qmp.MessageSink}.
 *
 * <pre>{@code
 * QmpSession session = new QmpSession(monitor, sink);
 * session.open();                                                   // the greeting
 * session.feed(bytes, 0, count);                                    // replies to all requests that are whole by now
 * session.close();
 * }</pre>
 *
 * <p><b>Order.</b> Without the capability {@code oob} a request is answered before the next one is looked at. With it, requests
 * wait in a queue of eight and run in a thread of their own, and those out of band overtake them. The errors that a request can
 * have are found in QEMU's order.
 */
@NullMarked
package io.qom4j.monitor.qmp;

import org.jspecify.annotations.NullMarked;
