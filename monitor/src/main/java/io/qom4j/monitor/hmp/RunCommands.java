// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Client;
import io.qom4j.monitor.command.Command;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The commands about the process and the guest's running, which are QMP's under other names. Stateless. */
final class RunCommands {
    private RunCommands() {}

    static List<HmpCommand> all() {
        return List.of(
                same("cont|c", "cont", "let the guest run"),
                same("quit|q", "quit", "end the process"),
                same("stop|s", "stop", "stop the guest"),
                same("system_reset", "system_reset", "reset the guest"));
    }

    private static HmpCommand same(String names, String command, String help) {
        return HmpCommand.named(names).help(help).does(call -> qmp(call, command));
    }

    /**
     * Runs a command of QMP that has no arguments, and returns its result.
     *
     * @throws QomException if it cannot be done
     */
    static JsonDocument qmp(HmpCall call, String name) {
        Command command = call.monitor().commands().find(name);
        if (command == null) {
            throw new QomException("The command " + name + " has not been found");
        }
        QmpJsonWriter result = QmpJsonWriter.compact();
        JsonDocument nothing = JsonDocument.of(Map.of());
        command.run(new Call(call.monitor(), Client.local(), nothing, JsonDocument.ROOT), result, null);
        return QemuJsonParser.parse(result.toString());
    }

    /** Runs a command of QMP whose result is a struct, and returns one of its members. */
    static Object member(HmpCall call, String command, String name) {
        JsonDocument result = qmp(call, command);
        Object member = result.toJava(result.member(JsonDocument.ROOT, name));
        return Objects.requireNonNull(member, name);
    }
}
