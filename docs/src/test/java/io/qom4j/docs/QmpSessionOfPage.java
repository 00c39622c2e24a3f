// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.machine.Machine;
import io.qom4j.machine.MachineOptions;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.qmp.MessageSink;
import io.qom4j.monitor.qmp.QmpSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code qmp} blocks of one page, one conversation with an empty machine: {@code ->} is what a client says, {@code <-} what it
 * hears, where {@code ...} stands for anything. A line that begins with neither goes on with the line before.
 */
final class QmpSessionOfPage implements MessageSink, AutoCloseable {
    private static final String SAYS = "-> ";
    private static final String HEARS = "<- ";

    private final Deque<String> heard = new ArrayDeque<>();
    private final Qom qom = Qom.create();
    private final QmpSession session;

    QmpSessionOfPage() {
        Machine.none(qom, MachineOptions.STANDARD);
        session = new QmpSession(Monitor.of(qom), this);
        session.open();
    }

    void run(Block block) {
        String joined = block.lines().stream()
                .map(line -> line.startsWith(SAYS) || line.startsWith(HEARS) ? "\n" + line : " " + line.strip())
                .collect(Collectors.joining());
        for (String line : joined.strip().split("\n", -1)) {
            String text = line.substring(SAYS.length());
            if (line.startsWith(SAYS)) {
                byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
                session.feed(bytes, 0, bytes.length);
            } else {
                assertThat(heard.poll())
                        .as(block.place() + ": " + line)
                        .isNotNull()
                        .matches(Stream.of(text.split("\\.\\.\\.", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")));
            }
        }
        assertThat(heard).as(block.place() + ": what the page does not show").isEmpty();
    }

    @Override
    public void send(QmpJsonWriter message) {
        heard.add(message.toString().strip());
    }

    @Override
    public void close() {
        session.close();
        qom.close();
    }
}
