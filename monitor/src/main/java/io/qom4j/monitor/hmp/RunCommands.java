// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.core.json.JsonDocument;
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
        return HmpCommand.named(names).help(help).does(call -> call.monitor().execute(command, Map.of()));
    }

    /** Runs a command of QMP whose result is a struct, and returns one of its members. */
    static Object member(HmpCall call, String command, String name) {
        JsonDocument result = call.monitor().execute(command, Map.of());
        Object member = result.toJava(result.member(JsonDocument.ROOT, name));
        return Objects.requireNonNull(member, name);
    }
}
