// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.backends.BackendOptions;
import io.qom4j.backends.BackendsModule;
import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.machine.Machine;
import io.qom4j.machine.RunControl;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.server.ServerOptions;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of starting what a command line asks for.
 *
 * <p>Immutable. QEMU: softmmu/vl.c, qemu_init.
 *
 * @param status the exit status if nothing runs: 0 if help was asked for, 1 if something was wrong
 * @param runtime what runs, or null
 */
public record SystemStart(int status, @Nullable ServedRuntime runtime) {
    /** Returns what runs; for those who know that it does. */
    public ServedRuntime running() {
        return Objects.requireNonNull(runtime, "nothing runs");
    }

    /**
     * Starts what a command line asks for.
     *
     * @param words the words of the command line
     * @param in where {@code stdio} reads
     * @param out where help is printed and {@code stdio} writes
     * @param err where warnings and errors are printed
     */
    public static SystemStart of(List<String> words, InputStream in, PrintStream out, PrintStream err) {
        ServedRuntime runtime = null;
        Messages messages = new Messages(err);
        try {
            List<GivenOption> options = GivenOption.readAll(words);
            runtime = new ServedRuntime(Qom.builder()
                    .discoverModules()
                    // On the wire QEMU's ways count, those with files too.
                    .module(new BackendsModule(BackendOptions.QEMU_7_2))
                    .warnings(warning -> messages.warn(Place.NOWHERE, warning))
                    .build());
            Launch launch = new Launch(runtime.qom(), messages);
            for (GivenOption option : options) {
                launch.take(option);
            }
            return run(runtime, launch, in, out) ? new SystemStart(0, runtime) : new SystemStart(1, null);
        } catch (HelpException e) {
            e.lines().forEach(out::println);
            if (runtime != null) {
                runtime.close();
            }
            return new SystemStart(e.status(), null);
        } catch (QomException e) {
            StartException refusal = e instanceof StartException known ? known : Place.NOWHERE.refusal(e);
            messages.print(refusal.lines());
            if (runtime != null) {
                runtime.close();
            }
            return new SystemStart(1, null);
        }
    }

    /** Makes everything and serves it; returns false if that was ended while a client was waited for. */
    private static boolean run(ServedRuntime runtime, Launch launch, InputStream in, PrintStream out) {
        launch.machine.checkFiles();
        launch.run(StartStage.FIRST);
        if (launch.pidFile != null) {
            runtime.closeWithIt(PidFile.write(launch.pidFile));
        }
        launch.run(StartStage.CLOCK);
        launch.machine.check();
        launch.run(StartStage.DISPLAY);
        CreationWave.FIRST.make(launch.objects);
        CreationWave.EARLY.make(launch.objects);
        ServerOptions limits = launch.allowsRemote ? ServerOptions.STANDARD.allowRemote() : ServerOptions.STANDARD;
        if (!runtime.open(launch.devices, limits, launch::say, in, out)) {
            return false;
        }
        launch.run(StartStage.DISKS);
        Machine machine = launch.machine.announce(runtime.qom());
        launch.accelerators.check(launch.machine.accelerators(), launch::say);
        CreationWave.LATE.make(launch.objects);
        launch.run(StartStage.MONITORS);
        launch.machine.assemble(machine);
        launch.run(StartStage.DEVICES);
        if (launch.isStarted) {
            runtime.qom().service(RunControl.class).resume();
        }
        Monitor monitor = Monitor.builder(runtime.qom())
                .discoverCommands()
                .guestName(launch.guestName)
                .guestUuid(launch.guestUuid)
                .build();
        runtime.serve(monitor, launch.monitors);
        return true;
    }
}
