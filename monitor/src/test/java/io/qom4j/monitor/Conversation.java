// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor;

import io.qom4j.core.Qom;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.machine.Machine;
import io.qom4j.machine.MachineOptions;
import io.qom4j.monitor.qmp.MessageSink;
import io.qom4j.monitor.qmp.QmpSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's conversation without a socket: what it says, and what it hears. */
public final class Conversation implements MessageSink, AutoCloseable {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final QmpSession session;

    /** Begins a conversation, in negotiation mode; the greeting is dropped. */
    public Conversation(Monitor monitor) {
        session = new QmpSession(monitor, this);
        session.open();
        heard.clear();
    }

    /** Begins a conversation that is negotiated already. */
    public static Conversation negotiated(Monitor monitor) {
        Conversation conversation = new Conversation(monitor);
        conversation.ask("{'execute':'qmp_capabilities'}");
        return conversation;
    }

    /** Returns a monitor of a new runtime with a machine. */
    public static Monitor newMonitor() {
        Qom qom = Qom.create();
        Machine.none(qom, MachineOptions.STANDARD);
        return Monitor.of(qom);
    }

    /** Says something, and returns the messages that are there then, without line ends. */
    public List<String> say(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        session.feed(bytes, 0, bytes.length);
        List<String> messages = new ArrayList<>();
        heard.drainTo(messages);
        return messages;
    }

    /** Says something, and returns this number of messages, waiting for those that are on their way. */
    public List<String> hear(int count, String text) throws InterruptedException {
        List<String> messages = new ArrayList<>(say(text));
        while (messages.size() < count) {
            messages.add(next());
        }
        return messages;
    }

    /** Says something that has one answer, and returns it. */
    public String ask(String text) {
        List<String> messages = say(text);
        if (messages.size() != 1) {
            throw new AssertionError("expected one answer to " + text + ", got " + messages);
        }
        return messages.getFirst();
    }

    /** Returns the next message, which may be on its way. */
    public String next() throws InterruptedException {
        String message = heard.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came");
        }
        return message;
    }

    /** Returns the session. */
    public QmpSession session() {
        return session;
    }

    @Override
    public void send(QmpJsonWriter message) {
        String text = message.toString();
        if (!text.endsWith("\r\n")) {
            throw new AssertionError("a message ends in CR LF: " + text);
        }
        heard.add(text.substring(0, text.length() - 2));
    }

    @Override
    public void close() {
        session.close();
    }
}
