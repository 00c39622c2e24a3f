// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

/**
 * What becomes of a backend with {@code pmem=on} whose host cannot keep the promise that this makes to the guest.
 *
 * <p>Immutable.
 */
public enum Persistence {
    /** It is made all the same, with QEMU's warning; its {@code persistence-status} tells. */
    OPTIONAL,
    /** It is refused. */
    REQUIRED
}
