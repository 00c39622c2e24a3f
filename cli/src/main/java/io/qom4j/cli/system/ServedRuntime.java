// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.server.ServerOptions;
import io.qom4j.monitor.server.SocketLink;
import io.qom4j.monitor.server.SocketServer;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A runtime with the monitors over which it is served, all of which end together.
 *
 * <p>Thread-safe. QEMU: softmmu/main.c.
 */
public final class ServedRuntime implements AutoCloseable {
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final List<String> places = new ArrayList<>();
    private final Map<String, OpenDevice> devices = new LinkedHashMap<>();
    private final Thread onSignal = new Thread(this::endBySignal, "signal");
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
     * @param notes is told that a client is waited for, and of clients that cannot be reached
     * @param in where {@code stdio} reads
     * @param out where {@code stdio} writes
     * @return false if it was closed while it waited for a client
     * @throws QomException if one of them cannot be served
     */
    public boolean serve(
            QmpAddresses addresses, ServerOptions limits, Consumer<String> notes, InputStream in, PrintStream out) {
        if (!open(addresses.devices(), limits, notes, in, out)) {
            return false;
        }
        serve(Monitor.of(qom), addresses.requests());
        return true;
    }

    /** Returns where it is served, for people: {@code listens at unix:PATH}. */
    public synchronized List<String> places() {
        return List.copyOf(places);
    }

    /** Has something closed before what is there already. */
    synchronized void closeWithIt(AutoCloseable thing) {
        toClose.push(thing);
    }

    /**
     * Opens devices in order, and waits for clients where that is asked for; nobody talks to them yet.
     *
     * @return false if it was closed while it waited for a client
     * @throws StartException if one cannot be opened
     */
    boolean open(CharDevices asked, ServerOptions limits, Consumer<String> notes, InputStream in, PrintStream out) {
        for (Map.Entry<String, CharDevice> each : asked.all().entrySet()) {
            String id = each.getKey();
            OpenDevice device = open(id, each.getValue(), limits, notes, in, out);
            closeWithIt(device);
            devices.put(id, device);
            if (device instanceof OpenDevice.Listening server
                    && each.getValue() instanceof CharDevice.Listening listening
                    && listening.waitsForClient()) {
                notes.accept(listening.place().prefix() + "info: QEMU waiting for connection on: disconnected:"
                        + server.socket().plainAddress() + ",server=on");
                if (!awaitClient(server.socket())) {
                    return false;
                }
            }
        }
        return true;
    }

    // No switch: one over types costs ten milliseconds when the JVM comes to the first, and the start has no other.
    private OpenDevice open(
            String id,
            CharDevice asked,
            ServerOptions limits,
            Consumer<String> notes,
            InputStream in,
            PrintStream out) {
        if (asked instanceof CharDevice.Listening listening) {
            return listen(listening, limits);
        }
        if (asked instanceof CharDevice.Calling calling) {
            return call(id, calling, limits, notes);
        }
        return asked instanceof CharDevice.Stdio ? new OpenDevice.Stdio(in, out) : new OpenDevice.Nowhere();
    }

    private OpenDevice.Listening listen(CharDevice.Listening device, ServerOptions limits) {
        try {
            return new OpenDevice.Listening(SocketServer.open(qom, device.address(), limits));
        } catch (QomException e) {
            throw device.place().refusal(e);
        }
    }

    private static OpenDevice.Calling call(
            String id, CharDevice.Calling device, ServerOptions limits, Consumer<String> notes) {
        try {
            Duration pause = device.pause();
            SocketLink link = pause == null
                    ? SocketLink.connect(device.address(), limits)
                    : SocketLink.persistent(
                            device.address(),
                            limits,
                            pause,
                            failure -> notes.accept(Place.NOWHERE.prefix() + "Unable to connect character device " + id
                                    + ": " + failure.getMessage()));
            return new OpenDevice.Calling(device.address(), link);
        } catch (QomException e) {
            throw device.place().refusal(e);
        }
    }

    /** Waits for a client; a signal meanwhile closes everything, and ends the process as it ends one that does nothing about it. */
    private boolean awaitClient(SocketServer server) {
        Thread onEarlySignal = new Thread(this::close, "signal");
        Runtime.getRuntime().addShutdownHook(onEarlySignal);
        boolean hasCome = server.awaitClient();
        return forget(onEarlySignal) && hasCome;
    }

    /** Takes back what was to be done at a signal; returns false if it is too late. */
    private static boolean forget(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return false;
        }
    }

    /**
     * Starts to talk over the devices that are open. From before the first word on, a signal to the process ends what is served, and
     * the process; until it is closed.
     *
     * @throws StartException if a monitor is to use a device that is used
     */
    synchronized void serve(Monitor made, List<MonitorRequest> requests) {
        monitor = made;
        Map<String, MonitorRequest.Mode> modes = new HashMap<>();
        for (MonitorRequest request : requests) {
            String id = request.device();
            if (request.isPretty() && request.mode() == MonitorRequest.Mode.READLINE) {
                throw request.place().refusal("'pretty' is not compatible with HMP monitors");
            }
            if (modes.putIfAbsent(id, request.mode()) != null) {
                throw request.place().refusal("Device '" + id + "' is in use");
            }
        }
        Runtime.getRuntime().addShutdownHook(onSignal);
        devices.forEach((id, device) -> {
            String told = device.told();
            if (told != null && modes.containsKey(id)) {
                places.add(told);
            }
            device.serve(made, id, modes.get(id));
        });
    }

    /**
     * Waits until a client ends it, and closes it.
     *
     * @return the exit status: 0, after a signal too, as QEMU's is
     */
    public int untilTheEnd() {
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
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
        forget(onSignal);
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
