// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.backends.BackendOptions;
import io.qom4j.backends.BackendsModule;
import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.server.QmpLink;
import io.qom4j.monitor.server.QmpServer;
import io.qom4j.monitor.server.QmpStream;
import io.qom4j.monitor.server.ServerOptions;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A runtime that was made as a command line asks, with its monitors.
 *
 * <p>Thread-safe. QEMU: softmmu/vl.c, qemu_init; softmmu/main.c.
 */
public final class SystemProcess implements AutoCloseable {
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final Qom qom;
    private @Nullable Monitor monitor;

    private SystemProcess(Qom qom) {
        this.qom = qom;
        toClose.push(qom);
    }

    /**
     * What came of starting.
     *
     * @param status the exit status if nothing runs: 0 if help was asked for, 1 if something was wrong
     * @param process what runs, or null
     */
    public record Start(int status, @Nullable SystemProcess process) {
        /** Returns what runs; for those who know that it does. */
        public SystemProcess running() {
            return Objects.requireNonNull(process, "nothing runs");
        }
    }

    /**
     * Starts what a command line asks for.
     *
     * @param words the words of the command line
     * @param in where {@code stdio} reads
     * @param out where help is printed and {@code stdio} writes
     * @param err where warnings and errors are printed
     */
    public static Start start(List<String> words, InputStream in, PrintStream out, PrintStream err) {
        SystemProcess process = null;
        try {
            List<GivenOption> options = GivenOption.readAll(words);
            process = new SystemProcess(Qom.builder()
                    .discoverModules()
                    // On the wire QEMU's ways count, those with files too.
                    .module(new BackendsModule(BackendOptions.QEMU_7_2))
                    .warnings(warning -> Place.NOWHERE.warning(warning).forEach(err::println))
                    .build());
            Launch launch = new Launch(process.qom, err);
            for (GivenOption option : options) {
                List<String> help = launch.take(option);
                if (help != null) {
                    help.forEach(out::println);
                    process.close();
                    return new Start(0, null);
                }
            }
            process.run(launch, in, out);
            return new Start(0, process);
        } catch (QomException e) {
            StartException refusal = e instanceof StartException known ? known : Place.NOWHERE.refusal(e);
            refusal.lines().forEach(err::println);
            if (process != null) {
                process.close();
            }
            return new Start(1, null);
        }
    }

    private void run(Launch launch, InputStream in, PrintStream out) {
        launch.machine.check();
        if (launch.pidFile != null) {
            toClose.push(PidFile.write(launch.pidFile));
        }
        CreationWave.make(launch.objects);
        launch.machine.make(qom);
        Monitor made = Monitor.builder(qom)
                .discoverCommands()
                .guestName(launch.guestName)
                .guestUuid(launch.guestUuid)
                .build();
        monitor = made;
        ServerOptions limits = launch.allowsRemote ? ServerOptions.STANDARD.allowRemote() : ServerOptions.STANDARD;
        for (MonitorRequest request : launch.monitors) {
            serve(made, request, limits, in, out);
        }
    }

    private void serve(Monitor made, MonitorRequest request, ServerOptions limits, InputStream in, PrintStream out) {
        boolean forPeople = request.mode() == MonitorRequest.Mode.READLINE;
        switch (request.device()) {
            case CharDevice.Null none -> {}
            case CharDevice.Stdio stdio -> {
                Runnable talk = forPeople ? new HumanStream(made, in, out) : new QmpStream(made, in, out);
                Thread.ofPlatform().daemon().name("stdio").start(talk);
            }
            case CharDevice.Socket socket -> {
                if (forPeople) {
                    throw request.place().refusal("the monitor for people speaks over stdio alone, not over sockets");
                }
                serve(made, socket, limits);
            }
        }
    }

    private void serve(Monitor made, CharDevice.Socket socket, ServerOptions limits) {
        try {
            toClose.push(
                    socket.isServer()
                            ? QmpServer.listen(made, socket.address(), limits)
                            : QmpLink.connect(made, socket.address(), limits));
        } catch (QomException e) {
            throw socket.place().refusal(e);
        }
    }

    /** Waits until a client ends the process. */
    public void await() throws InterruptedException {
        if (monitor != null) {
            monitor.awaitShutdown();
        }
    }

    /** Tells clients that a signal ends the process, and closes everything. */
    public void terminate() {
        if (monitor != null) {
            monitor.requestShutdown("host-signal");
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
