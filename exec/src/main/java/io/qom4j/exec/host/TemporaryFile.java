// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * A file that the host named and opened. Immutable.
 *
 * @param fd its descriptor, open for reading and writing; the receiver closes it
 * @param path its name
 */
public record TemporaryFile(int fd, String path) {}
