// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.monitor.server.ServerAddress;

/** A way in and out of the process over which a monitor speaks. Immutable. QEMU: chardev. */
sealed interface CharDevice {
    /**
     * A socket.
     *
     * @param address where it is
     * @param isServer whether the process listens there; else it connects
     * @param place where it was asked for
     */
    record Socket(ServerAddress address, boolean isServer, Place place) implements CharDevice {}

    /** Standard input and output. */
    record Stdio() implements CharDevice {}

    /** Nothing: who speaks there is not heard. */
    record Null() implements CharDevice {}
}
