// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients are told unasked. */
class EventTest {
    private static final String TIME =
            "{\"timestamp\": {\"seconds\": 1700000000, \"microseconds\": 123456}, \"event\": ";

    private final Qom qom = Qom.create();
    private final Monitor monitor = Monitor.builder(qom)
            .discoverCommands()
            .clock(Clock.fixed(Instant.ofEpochSecond(1_700_000_000L, 123_456_789), ZoneOffset.UTC))
            .build();
    private final Conversation client = Conversation.negotiated(monitor);

    @AfterEach
    void close() {
        client.close();
        qom.close();
    }

    @Test
    void theEventThatACommandCausesComesBeforeItsReply() {
        assertThat(client.say("{'execute':'cont'}{'execute':'stop'}"))
                .containsExactly(TIME + "\"RESUME\"}", "{\"return\": {}}", TIME + "\"STOP\"}", "{\"return\": {}}");
    }

    @Test
    void whatDoesNotChangeAnythingCausesNoEvent() {
        assertThat(client.say("{'execute':'stop'}")).containsExactly("{\"return\": {}}");
    }

    @Test
    void dataStandsBehindTheName() {
        assertThat(client.say("{'execute':'system_reset'}").getFirst())
                .startsWith(TIME + "\"RESET\", \"data\": {")
                .contains("\"guest\": false")
                .contains("\"reason\": \"host-qmp-system-reset\"");
    }

    @Test
    void everyClientHearsWhatOneCauses() throws InterruptedException {
        try (Conversation other = Conversation.negotiated(monitor)) {
            client.say("{'execute':'cont'}");

            assertThat(other.next()).isEqualTo(TIME + "\"RESUME\"}");
        }
    }

    @Test
    void quitIsToldAndAnsweredAndEndsTheConversation() throws InterruptedException {
        assertThat(client.say("{'execute':'quit','id':1}{'execute':'query-name'}"))
                .hasSize(2)
                .last()
                .isEqualTo("{\"return\": {}, \"id\": 1}");
        assertThat(client.session().isOver()).isTrue();
        monitor.awaitShutdown();
    }

    @Test
    void quitChecksItsArguments() {
        assertThat(client.ask("{'execute':'quit','arguments':{'x':1}}")).contains("Parameter 'x' is unexpected");
        assertThat(client.session().isOver()).isFalse();
    }
}
