// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.error.QomException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Completion against a server that tells as little as QEMU 7.2 does. */
class QemuCompletionTest {
    private static final String HELP = """
            block_stream device [speed [base]] -- copy data from a backing file\r
            cont|c  -- resume emulation\r
            drive_mirror [-n] [-f] device target [format] -- starts mirroring\r
            \t\t\tinto a new image file, which\r
            \t\t\t-- despite its name -- may exist\r
            qom-set [-j] path property value -- set QOM property.\r
            \t\t\t-j: the value is specified in json format.\r
            """;

    private static @Nullable Object reply(String command, Map<String, ?> arguments) {
        return switch (command) {
            case "human-monitor-command" -> HELP;
            case "query-commands" -> List.of(Map.of("name", "qom-list"));
            case "qom-list" ->
                List.of(
                        Map.of("name", "type", "type", "string"),
                        Map.of("name", "policy", "type", "HostMemPolicy"),
                        Map.of("name", "x-new", "type", "bool"));
            case "qom-get" -> "memory-backend-ram";
            default -> throw new QomException("no " + command + arguments);
        };
    }

    private final LineCompletion completion = new LineCompletion(new ShellTarget() {
        @Override
        public @Nullable Object execute(String command, Map<String, ?> arguments) {
            return reply(command, arguments);
        }

        @Override
        public void close() {}
    });

    private List<String> words(String line) {
        return completion.complete(line).stream().map(Proposal::word).toList();
    }

    @Test
    void linesThatGoOnWithAnExplanationAreNoCommands() {
        assertThat(words("")).containsExactly("block_stream", "cont", "c", "drive_mirror", "qom-set");
    }

    @Test
    void flagsOfAnyCommandAreKnown() {
        assertThat(words("drive_mirror -")).containsExactly("-n", "-f");
    }

    @Test
    void parametersOfOtherKindsAreLeftAlone() {
        assertThat(words("block_stream ")).isEmpty();
    }

    @Test
    void wordsThatTheServerDoesNotTellComeFromTheTypeOfThatName() {
        assertThat(words("qom-set m0 policy ")).containsExactly("default", "preferred", "bind", "interleave");
    }

    @Test
    void propertyThatOnlyTheServerHasIsKnownByTheTextOfItsType() {
        assertThat(words("qom-set m0 x")).containsExactly("x-new");
        assertThat(words("qom-set m0 x-new ")).containsExactly("on", "off");
    }
}
