// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

/**
 * A choice that is left to the object unless it is made.
 *
 * <p>Immutable. QEMU: qapi/common.json, OnOffAuto.
 */
public enum OnOffAuto {
    /** As other options have it. */
    AUTO,
    /** Yes. */
    ON,
    /** No. */
    OFF
}
