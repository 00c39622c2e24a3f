// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.machine.RunControl;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Client;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandSet;
import io.qom4j.monitor.command.CommandTable;
import io.qom4j.monitor.event.EventHub;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A runtime as clients see it: its commands, its events, and the wish to end it.
 *
 * <p>One monitor serves any number of servers and clients. It does not own the runtime: whoever made that closes it, after
 * {@link #awaitShutdown}. The runtime has the module {@link io.qom4j.machine.MachineModule}. Thread-safe.
 */
public final class Monitor {
    private final Qom qom;
    private final MonitorVersion version;
    private final @Nullable String guestName;
    private final UUID guestUuid;
    private final CommandTable commands;
    private final HumanMonitor humanMonitor;
    private final EventHub events;
    private final AtomicBoolean isEnding = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Monitor(Builder builder) {
        qom = builder.qom;
        version = builder.version;
        guestName = builder.guestName;
        guestUuid = builder.guestUuid;
        commands = new CommandTable(builder.sets);
        humanMonitor = builder.humanMonitor;
        events = new EventHub(builder.clock);
        qom.service(RunControl.class).addListener(new RunEvents(events));
    }

    /** Returns a monitor with every command that {@link ServiceLoader} finds. */
    public static Monitor of(Qom qom) {
        return builder(qom).discoverCommands().build();
    }

    /** Returns a builder for a monitor, which has no command yet. */
    public static Builder builder(Qom qom) {
        return new Builder(qom);
    }

    /** Returns the runtime. */
    public Qom qom() {
        return qom;
    }

    /** Returns the version that is told to clients. */
    public MonitorVersion version() {
        return version;
    }

    /** Returns the name that the user gave to the guest, or null. */
    public @Nullable String guestName() {
        return guestName;
    }

    /** Returns the number that identifies the guest, all zero if the user gave none. */
    public UUID guestUuid() {
        return guestUuid;
    }

    /** Returns the commands. */
    public CommandTable commands() {
        return commands;
    }

    /**
     * Executes a command as for a client inside the process.
     *
     * @param name the command
     * @param arguments values as {@link JsonDocument#of} takes them
     * @return what the command returns
     * @throws QomException if there is no such command, the arguments do not suit, or it cannot be done
     */
    public JsonDocument execute(String name, Map<String, ?> arguments) {
        Command command = commands.find(name);
        if (command == null) {
            throw CommandTable.notFound(name);
        }
        QmpJsonWriter result = QmpJsonWriter.compact();
        JsonDocument given = JsonDocument.of(arguments);
        command.run(new Call(this, Client.local(), given, JsonDocument.ROOT), result, null);
        return QemuJsonParser.parse(result.toString());
    }

    /** Returns the monitor for people. */
    public HumanMonitor humanMonitor() {
        return humanMonitor;
    }

    /** Returns the place through which events go. */
    public EventHub events() {
        return events;
    }

    /**
     * Says that the runtime shall end: clients hear {@code SHUTDOWN}. Saying it again does nothing.
     *
     * @param reason QEMU's word for why, for example {@code host-qmp-quit}, {@code host-signal}
     */
    public void requestShutdown(String reason) {
        if (isEnding.compareAndSet(false, true)) {
            events.emit("SHUTDOWN", Map.of("guest", false, "reason", reason));
        }
    }

    /** Tells whether it was said that the runtime shall end. */
    public boolean isEnding() {
        return isEnding.get();
    }

    /** Lets those go on who wait for the end; called when what was to be told clients before it has been told. */
    public void completeShutdown() {
        ended.countDown();
    }

    /** Waits until the runtime shall end. */
    public void awaitShutdown() throws InterruptedException {
        ended.await();
    }

    /** A monitor being put together. Confined to one thread. */
    public static final class Builder {
        private final Qom qom;
        private final List<CommandSet> sets = new ArrayList<>();
        private MonitorVersion version = MonitorVersion.STANDARD;
        private @Nullable String guestName;
        private UUID guestUuid = new UUID(0, 0);
        private HumanMonitor humanMonitor = (monitor, line) -> "there is no human monitor\r\n";
        private Clock clock = Clock.systemUTC();

        private Builder(Qom qom) {
            this.qom = Objects.requireNonNull(qom, "qom");
        }

        /** Adds every command set that {@link ServiceLoader} finds, and the first human monitor. */
        public Builder discoverCommands() {
            ClassLoader loader = Monitor.class.getClassLoader();
            ServiceLoader.load(CommandSet.class, loader).forEach(sets::add);
            ServiceLoader.load(HumanMonitor.class, loader).findFirst().ifPresent(this::humanMonitor);
            return this;
        }

        /** Adds commands. */
        public Builder commands(CommandSet set) {
            sets.add(Objects.requireNonNull(set, "set"));
            return this;
        }

        /** Says who answers people. */
        public Builder humanMonitor(HumanMonitor monitor) {
            humanMonitor = Objects.requireNonNull(monitor, "monitor");
            return this;
        }

        /** Says which version clients are told. */
        public Builder version(MonitorVersion told) {
            version = Objects.requireNonNull(told, "told");
            return this;
        }

        /** Names the guest. */
        public Builder guestName(@Nullable String name) {
            guestName = name;
            return this;
        }

        /** Says which number identifies the guest. */
        public Builder guestUuid(UUID uuid) {
            guestUuid = Objects.requireNonNull(uuid, "uuid");
            return this;
        }

        /** Says whose time events bear. */
        public Builder clock(Clock source) {
            clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Returns the monitor.
         *
         * @throws IllegalArgumentException if two commands have one name
         */
        public Monitor build() {
            return new Monitor(this);
        }
    }
}
