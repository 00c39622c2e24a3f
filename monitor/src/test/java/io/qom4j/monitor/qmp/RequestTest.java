// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.value.ValueType;
import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.Parameter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of requests and replies. */
class RequestTest {
    private final Monitor monitor = Conversation.newMonitor();
    private final Conversation client = Conversation.negotiated(monitor);

    @AfterEach
    void close() {
        client.close();
        monitor.qom().close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[]                                         | QMP input must be a JSON object",
                "null                                       | QMP input must be a JSON object",
                "[{'execute':'query-name'}]                 | QMP input must be a JSON object",
                "{}                                         | QMP input lacks member 'execute'",
                "{'arguments':{}}                           | QMP input lacks member 'execute'",
                "{'execute':1}                              | QMP input member 'execute' must be a string",
                "{'execute':null,'arguments':[]}            | QMP input member 'execute' must be a string",
                "{'execute':'query-name','arguments':null}  | QMP input member 'arguments' must be an object",
                "{'execute':'query-name','arguments':[]}    | QMP input member 'arguments' must be an object",
                "{'execute':'query-name','foo':1}           | QMP input member 'foo' is unexpected",
                "{'a':1,'b':2,'execute':3}                  | QMP input member 'a' is unexpected",
                "{'exec-oob':'query-yank'}                  | QMP input member 'exec-oob' is unexpected",
                "{'execute':'query-name','arguments':{'a':1}} | Parameter 'a' is unexpected",
                "{'execute':'object-del'}                   | Parameter 'id' is missing",
                "{'execute':'object-del','arguments':{'id':1}} | Invalid parameter type for 'id', expected: string",
                "{'execute':'qom-set','arguments':{'path':'/','property':'type'}} | Parameter 'value' is missing"
            })
    void aFaultyRequestIsRefusedWithQemusText(String request, String text) {
        // A number or word ends with the byte behind it.
        assertThat(client.ask(request + "\n"))
                .contains("\"class\": \"GenericError\"")
                .contains("\"desc\": \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "\"a\"", "null", "true", "-0.5", "[1, {\"b\": []}]", "{\"x\": {\"y\": \"\\u00E4\"}}", "\"\""
            })
    void theIdIsEchoedWhateverItIs(String id) {
        assertThat(client.ask("{'execute':'query-name','id':" + id + "}"))
                .isEqualTo("{\"return\": {}, \"id\": " + id + "}");
        assertThat(client.ask("{'execute':'nope','id':" + id + "}")).startsWith("{\"id\": " + id + ", \"error\": ");
    }

    @Test
    void anUnknownCommandHasAClassOfItsOwn() {
        assertThat(client.ask("{'execute':'nope'}"))
                .isEqualTo(
                        "{\"error\": {\"class\": \"CommandNotFound\", \"desc\": \"The command nope has not been found\"}}");
    }

    @Test
    void severalValuesMayShareALineAndOneMayTakeSeveral() {
        assertThat(client.say("{'execute':\n'query-name'\r\n,'id':1}{'execute':'query-name','id':2}"))
                .containsExactly("{\"return\": {}, \"id\": 1}", "{\"return\": {}, \"id\": 2}");
    }

    @Test
    void theRemainsOfAnInterruptedValueAreMoreErrors() {
        assertThat(client.say("{\"execute\":query-status}\n")).hasSize(2);
    }

    @Test
    void whatACommandHasWrittenBeforeItFailsIsDropped() {
        Command half = Command.named("x-half").writes(ValueType.any(), (call, out, field) -> {
            out.beginStruct(field);
            out.writeString("a", "b");
            throw new io.qom4j.core.error.ValueException("no more");
        });
        assertThat(askWith(half, "{'execute':'x-half','id':3}"))
                .isEqualTo("{\"id\": 3, \"error\": {\"class\": \"GenericError\", \"desc\": \"no more\"}}");
    }

    @Test
    void aCommandThatBreaksIsAnErrorAndTheNextIsAnswered() {
        Parameter<String> text = Parameter.string("text");
        Command broken = Command.named("x-broken").parameters(text).does(call -> {
            throw new IllegalStateException("bad " + call.get(text));
        });
        try (Qom qom = Qom.create()) {
            Conversation other = withCommand(qom, broken);
            assertThat(other.ask("{'execute':'x-broken','arguments':{'text':'luck'}}"))
                    .isEqualTo("{\"error\": {\"class\": \"GenericError\", "
                            + "\"desc\": \"Internal error: java.lang.IllegalStateException: bad luck\"}}");
            assertThat(other.ask("{'execute':'query-name'}")).isEqualTo("{\"return\": {}}");
        }
    }

    @Test
    void peoplesCommandForAProcessorIsRefusedBecauseThereIsNone() {
        try (Qom qom = Qom.create()) {
            assertThat(Conversation.negotiated(Monitor.of(qom))
                            .ask("{'execute':'human-monitor-command',"
                                    + "'arguments':{'command-line':'info status','cpu-index':0}}"))
                    .isEqualTo("{\"error\": {\"class\": \"GenericError\", "
                            + "\"desc\": \"Parameter 'cpu-index' expects a CPU number\"}}");
        }
    }

    private static String askWith(Command command, String request) {
        try (Qom qom = Qom.create()) {
            return withCommand(qom, command).ask(request);
        }
    }

    private static Conversation withCommand(Qom qom, Command command) {
        return Conversation.negotiated(Monitor.builder(qom)
                .discoverCommands()
                .commands(() -> List.of(command))
                .build());
    }
}
