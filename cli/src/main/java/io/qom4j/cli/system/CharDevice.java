// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.monitor.server.ServerAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A way in and out of the process over which a monitor speaks. Immutable. QEMU: chardev. */
sealed interface CharDevice {
    /** Returns where it was asked for. */
    Place place();

    /**
     * A socket at which the process listens.
     *
     * @param address where it is
     * @param waitsForClient whether nothing else is done before a client has come
     * @param place where it was asked for
     */
    record Listening(ServerAddress address, boolean waitsForClient, Place place) implements CharDevice {}

    /**
     * A socket to which the process connects.
     *
     * @param address where it is
     * @param pause how long to wait before connecting again, where nobody listens and when the client has gone; null for never
     * @param place where it was asked for
     */
    record Calling(ServerAddress address, @Nullable Duration pause, Place place) implements CharDevice {}

    /**
     * Standard input and output.
     *
     * @param place where it was asked for
     */
    record Stdio(Place place) implements CharDevice {}

    /**
     * Nothing: who speaks there is not heard.
     *
     * @param place where it was asked for
     */
    record Null(Place place) implements CharDevice {}
}
