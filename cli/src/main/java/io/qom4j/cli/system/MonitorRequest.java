// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

/**
 * A monitor that was asked for. Immutable.
 *
 * @param device the name of the character device over which it speaks
 * @param mode which language it speaks
 * @param isPretty whether replies take several lines each
 * @param place where it was asked for
 */
record MonitorRequest(String device, Mode mode, boolean isPretty, Place place) {
    /** The language of a monitor. */
    enum Mode {
        /** QMP. */
        CONTROL,
        /** The human monitor's. */
        READLINE
    }
}
