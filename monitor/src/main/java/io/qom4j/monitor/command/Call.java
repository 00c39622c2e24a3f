// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.core.Qom;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.monitor.Monitor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command: its arguments, and the monitor that it reached.
 *
 * <p>Confined to the thread that runs the command.
 */
public final class Call {
    private final Monitor monitor;
    private final Client client;
    private final JsonDocument document;
    private final int arguments;
    private List<Parameter<?>> parameters = List.of();
    private @Nullable Object[] values = {};

    /**
     * Makes a call.
     *
     * @param document holds the arguments
     * @param arguments the node of the struct of arguments
     */
    public Call(Monitor monitor, Client client, JsonDocument document, int arguments) {
        this.monitor = monitor;
        this.client = client;
        this.document = document;
        this.arguments = arguments;
    }

    /** Reads and checks the arguments in the order of their declaration, as QEMU does. */
    void readArguments(List<Parameter<?>> declared) {
        JsonInputVisitor visitor = visitor();
        visitor.beginStruct(null);
        parameters = declared;
        values = new Object[declared.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = declared.get(i).read(visitor);
        }
        visitor.checkStruct();
        visitor.endStruct();
    }

    /** Returns the monitor. */
    public Monitor monitor() {
        return monitor;
    }

    /** Returns who calls. */
    public Client client() {
        return client;
    }

    /** Returns the runtime that the monitor shows. */
    public Qom qom() {
        return monitor.qom();
    }

    /**
     * Returns an argument that cannot be left out.
     *
     * @throws IllegalArgumentException if the command does not declare the parameter
     */
    public <T> T get(Parameter<T> parameter) {
        return Objects.requireNonNull(find(parameter), parameter.name());
    }

    /** Returns an argument, or what stands for it where it was left out. */
    public <T> T get(Parameter<T> parameter, T otherwise) {
        T value = find(parameter);
        return value == null ? otherwise : value;
    }

    /** Returns an argument, or null where it was left out. */
    @SuppressWarnings("unchecked") // the parameter has read the value
    public <T> @Nullable T find(Parameter<T> parameter) {
        for (int i = 0; i < values.length; i++) {
            if (parameters.get(i) == parameter) {
                return (T) values[i];
            }
        }
        throw new IllegalArgumentException("the command does not declare the parameter " + parameter);
    }

    /** Returns a new visitor that stands on the struct of all arguments; for commands whose members are not declared. */
    public JsonInputVisitor visitor() {
        return JsonInputVisitor.qmp(document, arguments, Negatives.WRAP_LIKE_QEMU);
    }

    /** Returns the arguments as a node of the request. */
    public JsonArgument arguments() {
        return new JsonArgument(document, arguments);
    }
}
