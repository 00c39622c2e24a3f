// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The beginning of a conversation. */
class NegotiationTest {
    private final Monitor monitor = Conversation.newMonitor();
    private final Conversation client = new Conversation(monitor);

    @AfterEach
    void close() {
        client.close();
        monitor.qom().close();
    }

    private static String error(String errorClass, String text) {
        return "{\"error\": {\"class\": \"" + errorClass + "\", \"desc\": \"" + text + "\"}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'execute':'query-version'}",
                "{'execute':'nope'}",
                "{'execute':'query-version','arguments':{'x':1}}",
                "{'execute':'quit'}"
            })
    void nothingElseIsKnownBefore(String request) {
        assertThat(client.ask(request))
                .isEqualTo(error("CommandNotFound", "Expecting capabilities negotiation with 'qmp_capabilities'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'enable':['bogus']}   | Parameter 'null' does not accept value 'bogus'",
                "{'enable':'oob'}       | Invalid parameter type for 'enable', expected: array",
                "{'enable':[1]}         | Invalid parameter type for 'enable[0]', expected: string",
                "{'enabel':[]}          | Parameter 'enabel' is unexpected"
            })
    void aRefusedNegotiationLeavesTheClientNegotiating(String arguments, String text) {
        assertThat(client.ask("{'execute':'qmp_capabilities','arguments':" + arguments + "}"))
                .isEqualTo(error("GenericError", text));
        assertThat(client.ask("{'execute':'qmp_capabilities'}")).isEqualTo("{\"return\": {}}");
    }

    @Test
    void aSecondNegotiationIsRefused() throws InterruptedException {
        client.ask("{'execute':'qmp_capabilities','arguments':{'enable':['oob','oob']}}");

        assertThat(client.hear(1, "{'execute':'qmp_capabilities'}"))
                .containsExactly(
                        error("CommandNotFound", "Capabilities negotiation is already complete, command ignored"));
    }

    @Test
    void errorsOfFormComeBeforeNegotiation() {
        assertThat(client.ask("{'id':7}"))
                .isEqualTo("{\"id\": 7, \"error\": {\"class\": \"GenericError\", "
                        + "\"desc\": \"QMP input lacks member 'execute'\"}}");
    }

    @Test
    void eventsAreNotHeardBefore() throws InterruptedException {
        monitor.events().emit("RESUME");

        assertThat(client.say("{'execute':'qmp_capabilities'}")).containsExactly("{\"return\": {}}");
        monitor.events().emit("STOP");
        assertThat(client.next()).endsWith("\"event\": \"STOP\"}");
    }
}
