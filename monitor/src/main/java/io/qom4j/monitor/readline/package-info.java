// SPDX-License-Identifier: Apache-2.0
/**
 * The monitor for people as a conversation byte by byte: what is typed is echoed, edited in its line, and run at its end.
 *
 * <p>The process does the echoing, as QEMU's does, because at the other end of a socket there may be no more than {@code socat} with a
 * terminal in raw mode. A program that talks to it sees the same: a banner, the prompt {@code (qemu) }, and between what it sends and
 * the answer the line drawn again after each byte.
 */
@NullMarked
package io.qom4j.monitor.readline;

import org.jspecify.annotations.NullMarked;
