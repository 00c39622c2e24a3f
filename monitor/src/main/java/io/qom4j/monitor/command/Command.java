// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.value.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command: a name, parameters, a type of result, and the code that does it.
 *
 * <p>Immutable and thread-safe. QEMU: include/qapi/qmp/dispatch.h, QmpCommand.
 */
public final class Command {
    private final String name;
    private final String description;
    private final List<Parameter<?>> parameters;
    private final Set<CommandTrait> traits;
    private final @Nullable Variants variants;
    private final @Nullable Undo undo;
    private final @Nullable ValueType result;
    private final Body body;

    /** The code of a command. */
    @FunctionalInterface
    public interface Body {
        /**
         * Does it.
         *
         * @param out takes the result, one value
         * @param field the name under which it takes it
         * @throws io.qom4j.core.error.QomException if it cannot be done; what was written is dropped
         */
        void run(Call call, QmpJsonWriter out, @Nullable String field);
    }

    private Command(Builder builder, @Nullable ValueType result, Body body) {
        this.name = builder.name;
        this.description = builder.description;
        this.parameters = builder.parameters;
        this.traits = Set.copyOf(builder.traits);
        this.variants = builder.variants;
        this.undo = builder.undo;
        this.result = result;
        this.body = body;
    }

    /** Starts the declaration of a command. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the sentence that says what it does. */
    public String description() {
        return description;
    }

    /** Returns the parameters in the order in which they are checked. */
    public List<Parameter<?>> parameters() {
        return parameters;
    }

    /** Tells whether the command has a trait. */
    public boolean has(CommandTrait trait) {
        return traits.contains(trait);
    }

    /** Returns the type of the result, or null if there is none. */
    public @Nullable ValueType result() {
        return result;
    }

    /** Returns which further arguments there are, if that depends on one of the parameters; else null. */
    public @Nullable Variants variants() {
        return variants;
    }

    /** Returns how what the command does can be taken back, or null if it cannot. */
    public @Nullable Undo undo() {
        return undo;
    }

    /**
     * Reads and checks the arguments of a call.
     *
     * @throws io.qom4j.core.error.QomException if they do not suit
     */
    public void check(Call call) {
        if (variants == null) {
            call.readArguments(parameters);
        }
    }

    /**
     * Checks the arguments and does it; under the runtime's writer lock where it {@linkplain CommandTrait#CHANGES changes} something.
     *
     * @param out takes the result, one value
     * @param field the name under which it takes it
     * @throws io.qom4j.core.error.QomException if the arguments do not suit, or it cannot be done
     */
    public void run(Call call, QmpJsonWriter out, @Nullable String field) {
        check(call);
        if (has(CommandTrait.CHANGES)) {
            call.qom().exclusively(() -> body.run(call, out, field));
        } else {
            body.run(call, out, field);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** A command being declared. Confined to one thread. */
    public static final class Builder {
        private final String name;
        private final Set<CommandTrait> traits = EnumSet.noneOf(CommandTrait.class);
        private String description = "";
        private List<Parameter<?>> parameters = List.of();
        private @Nullable Variants variants;
        private @Nullable Undo undo;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /** Says in one sentence what the command does. */
        public Builder describe(String text) {
            description = text;
            return this;
        }

        /** Says what the command takes, in the order in which it is checked. */
        public Builder parameters(Parameter<?>... declared) {
            parameters = List.of(declared);
            return this;
        }

        /** Says something about the command. */
        public Builder trait(CommandTrait trait) {
            traits.add(trait);
            return this;
        }

        /** Says that further arguments depend on one of the parameters; the command reads all arguments by itself. */
        public Builder variants(Variants further) {
            variants = further;
            return this;
        }

        /** Says how what the command does can be taken back, so that it can be part of a transaction. */
        public Builder undo(Undo how) {
            undo = how;
            return this;
        }

        /** Says that the command changes the runtime: such commands run one after the other. */
        public Builder changes() {
            return trait(CommandTrait.CHANGES);
        }

        /** Returns the command, which does this and has no result. */
        public Command does(Consumer<Call> code) {
            return new Command(this, null, (call, out, field) -> {
                code.accept(call);
                out.beginStruct(field);
                out.endStruct();
            });
        }

        /** Returns the command, whose result is this value, of the kinds that {@link QmpJsonWriter#writeAny} takes. */
        public Command returns(ValueType type, Function<Call, @Nullable Object> code) {
            return writes(type, (call, out, field) -> out.writeAny(field, code.apply(call)));
        }

        /** Returns the command, whose code writes the result by itself. */
        public Command writes(ValueType type, Body code) {
            return new Command(this, type, code);
        }
    }
}
