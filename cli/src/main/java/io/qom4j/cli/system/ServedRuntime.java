// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.chardev.Chardev;
import io.qom4j.monitor.chardev.SocketAddresses;
import io.qom4j.monitor.chardev.SocketChardev;
import io.qom4j.monitor.server.QmpLink;
import io.qom4j.monitor.server.QmpServer;
import io.qom4j.monitor.server.QmpStream;
import io.qom4j.monitor.server.ServerOptions;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A runtime with the monitors over which it is served, all of which end together.
 *
 * <p>Thread-safe. QEMU: softmmu/main.c.
 */
public final class ServedRuntime implements AutoCloseable {
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final List<String> places = new ArrayList<>();
    private final Qom qom;
    private @Nullable Monitor monitor;

    /** Takes over a runtime, which nobody is served yet. */
    public ServedRuntime(Qom qom) {
        this.qom = qom;
        toClose.push(qom);
    }

    /** Returns the runtime. */
    public Qom qom() {
        return qom;
    }

    /**
     * Serves QMP where some addresses say.
     *
     * @param limits the limits of each server
     * @param in where {@code stdio} reads
     * @param out where {@code stdio} writes
     * @throws QomException if one of them cannot be served
     */
    public void serve(QmpAddresses addresses, ServerOptions limits, InputStream in, PrintStream out) {
        serve(Monitor.of(qom), addresses.devices(), addresses.requests(), limits, in, out);
    }

    /** Returns where it is served, for people: {@code listens at unix:PATH}. */
    public synchronized List<String> places() {
        return List.copyOf(places);
    }

    /** Has something closed before what is there already. */
    synchronized void closeWithIt(AutoCloseable thing) {
        toClose.push(thing);
    }

    synchronized void serve(
            Monitor made,
            CharDevices devices,
            List<MonitorRequest> requests,
            ServerOptions limits,
            InputStream in,
            PrintStream out) {
        monitor = made;
        Map<String, CharDevice> unused = new LinkedHashMap<>(devices.all());
        for (MonitorRequest request : requests) {
            CharDevice device = unused.remove(request.device());
            if (device == null) {
                throw request.place().refusal("Device '" + request.device() + "' is in use");
            }
            serve(made, request, device, limits, in, out);
        }
        unused.forEach(this::show);
    }

    /** Shows a device over which nobody speaks. */
    private void show(String id, CharDevice device) {
        switch (device) {
            case CharDevice.Null none -> Chardev.nowhere(qom, id);
            case CharDevice.Stdio stdio -> Chardev.stdio(qom, id);
            case CharDevice.Socket socket -> Chardev.socket(qom, id, SocketAddresses.of(socket.address()));
        }
    }

    private void serve(
            Monitor made,
            MonitorRequest request,
            CharDevice device,
            ServerOptions limits,
            InputStream in,
            PrintStream out) {
        boolean forPeople = request.mode() == MonitorRequest.Mode.READLINE;
        switch (device) {
            case CharDevice.Null none -> show(request.device(), device);
            case CharDevice.Stdio stdio -> {
                show(request.device(), device);
                Runnable talk = forPeople ? new HumanStream(made, in, out) : new QmpStream(made, in, out);
                Thread.ofPlatform().daemon().name("stdio").start(talk);
                places.add("speaks on standard input and output");
            }
            case CharDevice.Socket socket -> {
                if (forPeople) {
                    throw request.place().refusal("the monitor for people speaks over stdio alone, not over sockets");
                }
                serve(made, request.device(), socket, limits);
            }
        }
    }

    private void serve(Monitor made, String id, CharDevice.Socket socket, ServerOptions limits) {
        try {
            // Shown first, so that whoever can connect finds it.
            SocketChardev shown = Chardev.socket(qom, id, SocketAddresses.of(socket.address()));
            if (socket.isServer()) {
                QmpServer server = QmpServer.listen(made, socket.address(), limits);
                toClose.push(server);
                shown.attach(SocketAddresses.listening(server.localAddress()), () -> server.clients() > 0);
                places.add("listens at " + server.address());
            } else {
                QmpLink link = QmpLink.connect(made, socket.address(), limits);
                toClose.push(link);
                shown.attach(SocketAddresses.connected(socket.address()), link::isConnected);
                places.add("is connected to " + socket.address());
            }
        } catch (QomException e) {
            throw socket.place().refusal(e);
        }
    }

    /**
     * Waits until a client ends it, and closes it; a signal to the process ends it too, and the process.
     *
     * <p>To be served, it must have been told where.
     *
     * @return the exit status: 0, after a signal too, as QEMU's is
     */
    public int untilTheEnd() {
        Thread onSignal = new Thread(this::endBySignal, "signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, and finds everything closed.
        }
        return 0;
    }

    /** A signal is a way to end a virtual machine like any other: the exit status is 0, as QEMU's is. */
    private void endBySignal() {
        terminate();
        Runtime.getRuntime().halt(0);
    }

    /** Waits until a client ends it. */
    public void await() throws InterruptedException {
        Monitor served = monitor();
        if (served != null) {
            served.awaitShutdown();
        }
    }

    private synchronized @Nullable Monitor monitor() {
        return monitor;
    }

    /** Tells clients that a signal ends it, and closes everything. */
    public void terminate() {
        Monitor served = monitor();
        if (served != null) {
            served.requestShutdown("host-signal");
        }
        close();
    }

    /** Closes everything, what was made last first. */
    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("closing failed", e) : failure;
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
