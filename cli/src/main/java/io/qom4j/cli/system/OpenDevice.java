// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.chardev.Chardev;
import io.qom4j.monitor.chardev.SocketAddresses;
import io.qom4j.monitor.server.QmpStream;
import io.qom4j.monitor.server.ServerAddress;
import io.qom4j.monitor.server.SocketLink;
import io.qom4j.monitor.server.SocketServer;
import io.qom4j.monitor.server.Speech;
import java.io.InputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A character device that is open: clients can reach it, but nobody talks to them yet. Thread-safe. */
sealed interface OpenDevice extends AutoCloseable {
    /**
     * Starts talking, and shows the device in the tree.
     *
     * @param id its name there
     * @param mode which language a monitor speaks there; null if none does
     */
    void serve(Monitor monitor, String id, MonitorRequest.@Nullable Mode mode);

    /** Returns where it is, for people; null if there is nothing to tell. */
    @Nullable String told();

    @Override
    void close();

    private static Speech speech(Monitor monitor, MonitorRequest.@Nullable Mode mode) {
        if (mode == null) {
            return Speech.silence();
        }
        return mode == MonitorRequest.Mode.CONTROL ? Speech.qmp(monitor) : Speech.human(monitor);
    }

    /**
     * A socket that listens.
     *
     * @param socket the socket
     */
    record Listening(SocketServer socket) implements OpenDevice {
        @Override
        public void serve(Monitor monitor, String id, MonitorRequest.@Nullable Mode mode) {
            // Shown first, so that whoever is talked to finds it.
            Chardev.socket(monitor.qom(), id, SocketAddresses.listening(socket.localAddress()))
                    .attach(SocketAddresses.listening(socket.localAddress()), () -> socket.clients() > 0);
            socket.serve(speech(monitor, mode));
        }

        @Override
        public String told() {
            return "listens at " + socket.address();
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /**
     * A socket that connects.
     *
     * @param address to where
     * @param link the connection
     */
    record Calling(ServerAddress address, SocketLink link) implements OpenDevice {
        @Override
        public void serve(Monitor monitor, String id, MonitorRequest.@Nullable Mode mode) {
            Chardev.socket(monitor.qom(), id, SocketAddresses.of(address))
                    .attach(SocketAddresses.connected(address), link::isConnected);
            link.serve(speech(monitor, mode));
        }

        @Override
        public String told() {
            return (link.isConnected() ? "is connected to " : "connects to ") + address;
        }

        @Override
        public void close() {
            link.close();
        }
    }

    /**
     * Standard input and output.
     *
     * @param in where it reads
     * @param out where it writes
     */
    record Stdio(InputStream in, PrintStream out) implements OpenDevice {
        @Override
        public void serve(Monitor monitor, String id, MonitorRequest.@Nullable Mode mode) {
            Chardev.stdio(monitor.qom(), id);
            if (mode != null) {
                Runnable talk = mode == MonitorRequest.Mode.CONTROL
                        ? new QmpStream(monitor, in, out)
                        : new HumanStream(monitor, in, out);
                Thread.ofPlatform().daemon().name("stdio").start(talk);
            }
        }

        @Override
        public String told() {
            return "speaks on standard input and output";
        }

        @Override
        public void close() {
            // The streams are the process's.
        }
    }

    /** Nothing. */
    record Nowhere() implements OpenDevice {
        @Override
        public void serve(Monitor monitor, String id, MonitorRequest.@Nullable Mode mode) {
            Chardev.nowhere(monitor.qom(), id);
        }

        @Override
        public @Nullable String told() {
            return null;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
