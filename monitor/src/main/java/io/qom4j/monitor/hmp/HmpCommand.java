// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command of the human monitor.
 *
 * <p>Immutable. QEMU: monitor/monitor-internal.h, HMPCommand; hmp-commands.hx.
 */
public final class HmpCommand {
    private final String names;
    private final String usage;
    private final String help;
    private final List<HmpParameter> parameters;
    private final @Nullable HmpTable subCommands;
    private final Body body;

    /** The code of a command. */
    @FunctionalInterface
    public interface Body {
        /**
         * Does it.
         *
         * @throws io.qom4j.core.error.QomException if it cannot be done; its text is printed behind {@code Error: }
         */
        void run(HmpCall call);
    }

    private HmpCommand(Builder builder, Body body) {
        names = builder.names;
        usage = builder.usage;
        help = builder.help;
        parameters = builder.parameters;
        subCommands = builder.subCommands;
        this.body = body;
    }

    /**
     * Starts the declaration of a command.
     *
     * @param names the name, and others for it behind bars: {@code quit|q}
     */
    public static Builder named(String names) {
        return new Builder(names);
    }

    /** Returns all names as the help shows them: {@code quit|q}. */
    public String names() {
        return names;
    }

    /** Returns the first name. */
    public String name() {
        int bar = names.indexOf('|');
        return bar < 0 ? names : names.substring(0, bar);
    }

    /** Tells whether this is a name of the command. */
    public boolean isNamed(String name) {
        return List.of(names.split("\\|")).contains(name);
    }

    /** Returns what follows the name in the help. */
    public String usage() {
        return usage;
    }

    /** Returns what the command is for. */
    public String help() {
        return help;
    }

    /** Returns what the command takes. */
    public List<HmpParameter> parameters() {
        return parameters;
    }

    /** Returns the commands of which this is the common first word, or null. */
    public @Nullable HmpTable subCommands() {
        return subCommands;
    }

    void run(HmpCall call) {
        body.run(call);
    }

    /** A command being declared. Confined to one thread. */
    public static final class Builder {
        private final String names;
        private String usage = "";
        private String help = "";
        private List<HmpParameter> parameters = List.of();
        private @Nullable HmpTable subCommands;

        private Builder(String names) {
            this.names = Objects.requireNonNull(names, "names");
        }

        /** Says what the command takes. */
        public Builder takes(HmpParameter... declared) {
            parameters = List.of(declared);
            return this;
        }

        /** Says how the help shows what the command takes. */
        public Builder usage(String text) {
            usage = text;
            return this;
        }

        /** Says what the command is for. */
        public Builder help(String text) {
            help = text;
            return this;
        }

        /** Gives the command sub-commands; its own code runs where none is named. */
        public Builder subCommands(HmpTable table) {
            subCommands = table;
            return this;
        }

        /** Returns the command, which does this. */
        public HmpCommand does(Body code) {
            return new HmpCommand(this, code);
        }
    }
}
