// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.monitor.Conversation;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.command.Command;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that overtake others. */
class OutOfBandTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private final Qom qom = Qom.create();
    private final Conversation client = new Conversation(Monitor.builder(qom)
            .discoverCommands()
            .commands(() -> List.of(Command.named("x-wait").does(call -> await())))
            .build());

    private void await() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @BeforeEach
    void enable() {
        client.ask("{'execute':'qmp_capabilities','arguments':{'enable':['oob']}}");
    }

    @AfterEach
    void close() {
        release.countDown();
        client.close();
        qom.close();
    }

    @Test
    void aRequestOutOfBandOvertakesThoseThatCameWithIt() throws InterruptedException {
        assertThat(client.hear(
                        3,
                        "{'execute':'query-name','id':1}{'exec-oob':'query-yank','id':2}"
                                + "{'execute':'query-name','id':3}"))
                .containsExactly(
                        "{\"return\": [], \"id\": 2}", "{\"return\": {}, \"id\": 1}", "{\"return\": {}, \"id\": 3}");
    }

    @Test
    void aRequestOutOfBandIsAnsweredWhileAnotherRuns() throws InterruptedException {
        client.say("{'execute':'x-wait','id':1}");

        assertThat(client.ask("{'exec-oob':'query-yank','id':2}")).isEqualTo("{\"return\": [], \"id\": 2}");
        release.countDown();
        assertThat(client.next()).isEqualTo("{\"return\": {}, \"id\": 1}");
    }

    @Test
    void anOrdinaryCommandDoesNotRunOutOfBand() {
        assertThat(client.ask("{'exec-oob':'query-name','id':1}"))
                .isEqualTo("{\"id\": 1, \"error\": {\"class\": \"GenericError\", "
                        + "\"desc\": \"The command query-name does not support OOB\"}}");
    }

    @Test
    void executeAndExecOobClash() throws InterruptedException {
        assertThat(client.hear(1, "{'execute':'query-name','exec-oob':'query-yank'}"))
                .singleElement()
                .asString()
                .contains("clashes with");
    }

    @Test
    void aMalformedRequestIsAnsweredInItsPlace() throws InterruptedException {
        assertThat(client.hear(3, "{'execute':'query-name','id':1}[1 2]{'execute':'query-name','id':2}"))
                .element(1)
                .asString()
                .contains("JSON parse error, expected separator in list");
    }

    @Test
    void theReaderWaitsOnceEightRequestsWait() throws Exception {
        StringBuilder requests = new StringBuilder("{'execute':'x-wait'}");
        for (int i = 0; i < 2 * InBandQueue.CAPACITY; i++) {
            requests.append("{'execute':'query-name','id':").append(i).append('}');
        }
        CountDownLatch isRead = new CountDownLatch(1);
        Thread reader = Thread.ofVirtual().start(() -> {
            client.say(requests.toString());
            isRead.countDown();
        });
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(isRead.getCount()).isEqualTo(1);
        release.countDown();
        isRead.await();
    }
}
