// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

/**
 * What becomes of a negative integer where an unsigned one is asked for.
 *
 * <p>Immutable.
 */
public enum Negatives {
    /** It is taken modulo 2^64, as QEMU does for compatibility: {@code -1} is 2^64-1. */
    WRAP_LIKE_QEMU,
    /** It is refused. */
    REFUSE
}
