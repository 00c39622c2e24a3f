// SPDX-License-Identifier: Apache-2.0
/**
 * The host under the guest: system calls, and host memory mapped for a guest.
 *
 * <p>{@link io.qom4j.exec.host.Host} has one method for each system call; {@link io.qom4j.exec.host.HostMapping} is a piece
 * of mapped memory with its guard page. Both report failures as {@link io.qom4j.exec.host.HostException}.
 *
 * <pre>{@code
 * Host host = Host.system();
 * try (HostMapping mapping = HostMapping.map(host, MapRequest.anonymous(1 << 20))) {
 *     mapping.segment().set(ValueLayout.JAVA_INT, 0, 42);
 * }                                          // from here on, touching the segment throws IllegalStateException
 * }</pre>
 *
 * <p><strong>What is guaranteed.</strong> No use of a mapping's segment kills the JVM by reaching unmapped memory: the segment
 * checks bounds and lifetime, and a mapping is unmapped only when no thread is inside an access or a system call on it.
 * A mapping that may not be written is a read-only segment. What no segment can check is a <em>file that shrinks</em> under a
 * mapping: {@link io.qom4j.exec.host.GuardedMemory} says what is safe then.
 *
 * <p>Down-calls need {@code --enable-native-access=io.qom4j.exec} (or {@code ALL-UNNAMED} on the class path).
 */
@NullMarked
package io.qom4j.exec.host;

import org.jspecify.annotations.NullMarked;
