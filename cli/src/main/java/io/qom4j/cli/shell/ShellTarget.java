// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import io.qom4j.cli.remote.QmpClient;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.monitor.Monitor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a shell speaks to: somebody who executes QMP commands. Confined to one thread, but for closing. */
public interface ShellTarget extends AutoCloseable {
    /** The lines with which people end a monitor. */
    Set<String> FAREWELLS = Set.of("quit", "q");

    /**
     * Executes a command.
     *
     * @param arguments values as {@link JsonDocument#of} takes them
     * @return what the command returns, as {@link JsonDocument#toJava} gives it
     * @throws QomException if it cannot be done
     */
    @Nullable Object execute(String command, Map<String, ?> arguments);

    /** Returns a runtime of this process. */
    static ShellTarget local(Monitor monitor) {
        return new ShellTarget() {
            @Override
            public @Nullable Object execute(String command, Map<String, ?> arguments) {
                return monitor.execute(command, arguments).toJava(JsonDocument.ROOT);
            }

            @Override
            public void close() {
                // Whoever made the runtime closes it.
            }
        };
    }

    /** Returns a server elsewhere, ours or QEMU's, which is left on closing. */
    static ShellTarget remote(QmpClient client) {
        return new ShellTarget() {
            @Override
            public @Nullable Object execute(String command, Map<String, ?> arguments) {
                return client.execute(command, arguments);
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }

    /**
     * Has the human monitor run a line.
     *
     * @throws QomException if it cannot be asked
     */
    default Answer answer(String line) {
        boolean isFarewell = FAREWELLS.contains(line.strip());
        try {
            Object text = execute("human-monitor-command", Map.of("command-line", line));
            Answer answer = Answer.of(String.valueOf(text));
            return isFarewell ? new Answer(answer.text(), true) : answer;
        } catch (QomException e) {
            if (isFarewell) {
                // Whoever ends at once may be gone before the answer is.
                return new Answer("", true);
            }
            throw e;
        }
    }

    @Override
    void close();
}
