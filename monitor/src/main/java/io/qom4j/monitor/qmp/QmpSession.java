// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import io.qom4j.core.event.Subscription;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.Session;
import io.qom4j.monitor.command.Call;
import io.qom4j.monitor.command.Client;
import io.qom4j.monitor.command.Command;
import io.qom4j.monitor.command.CommandTable;
import io.qom4j.monitor.command.CommandTrait;
import io.qom4j.monitor.event.MonitorEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with one client.
 *
 * <p>Begins in negotiation mode, where only {@code qmp_capabilities} can be called; events are sent once that was answered.
 * {@link #open}, {@link #feed} and {@link #close} belong to one thread, the reader. QEMU: monitor/qmp.c.
 */
public final class QmpSession implements Session {
    /** The capability of executing commands out of band. */
    public static final String OOB = "oob";

    private static final String RESULT = "return";
    static final System.Logger LOG = System.getLogger(QmpSession.class.getName());

    private final Monitor monitor;
    private final MessageSink sink;
    private final QemuJsonParser parser;
    private final Voice inBand = new Voice();
    private final Voice outOfBand = new Voice();
    private @Nullable Subscription events;
    private volatile @Nullable InBandQueue queue;
    private volatile boolean isNegotiated;
    private volatile boolean hearsEvents;
    private volatile boolean isOver;

    /** Makes a session whose messages go to a sink. */
    public QmpSession(Monitor monitor, MessageSink sink) {
        this.monitor = monitor;
        this.sink = sink;
        this.parser = new QemuJsonParser(new Receiver());
    }

    @Override
    public void open() {
        events = monitor.events().listen(this::pass);
        QmpJsonWriter out = QmpJsonWriter.compact();
        out.beginStruct(null);
        out.beginStruct("QMP");
        out.writeAny("version", monitor.version().toMap());
        out.writeAny("capabilities", List.of(OOB));
        out.endStruct();
        out.endStruct();
        out.endMessage();
        sink.send(out);
        sink.flush();
    }

    @Override
    public void feed(byte[] bytes, int from, int to) {
        parser.feed(bytes, from, to);
        InBandQueue waiting = queue;
        if (waiting != null) {
            waiting.release();
        }
        sink.flush();
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    /** Ends the conversation: what waits is dropped, events go past. */
    @Override
    public void close() {
        isOver = true;
        if (events != null) {
            events.close();
        }
        if (queue != null) {
            queue.close();
        }
    }

    private void pass(MonitorEvent event) {
        if (hearsEvents) {
            QmpJsonWriter out = QmpJsonWriter.compact();
            event.writeTo(out);
            out.endMessage();
            sink.send(out);
            if (!inBand.isSpeaking() && !outOfBand.isSpeaking()) {
                sink.flushSoon();
            }
        }
    }

    private final class Receiver implements QemuJsonParser.Receiver {
        @Override
        public void value(JsonDocument document) {
            if (queue != null && QmpRequest.isOutOfBand(document)) {
                outOfBand.answer(document);
            } else {
                take(() -> inBand.answer(document));
            }
        }

        @Override
        public void error(String message) {
            take(() -> inBand.refuse(message));
        }

        private void take(Runnable request) {
            InBandQueue waiting = queue;
            if (isOver) {
                return;
            }
            if (waiting == null) {
                request.run();
                return;
            }
            try {
                waiting.put(() -> {
                    request.run();
                    sink.flush();
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                isOver = true;
            }
        }
    }

    /** One of the two threads of replies: a writer used again for each of them. Confined to the thread that speaks. */
    private final class Voice implements Client {
        private final QmpJsonWriter out = QmpJsonWriter.compact();
        private volatile @Nullable Thread speaker;
        private @Nullable Runnable afterReply;

        boolean isSpeaking() {
            return speaker == Thread.currentThread();
        }

        void answer(JsonDocument document) {
            speaker = Thread.currentThread();
            boolean wasNegotiated = isNegotiated;
            int id = QmpRequest.id(document);
            out.reset();
            try {
                run(QmpRequest.of(document, queue != null));
                if (id >= 0) {
                    out.writeNode("id", document, id);
                }
            } catch (QomException e) {
                error(document, id, e.errorClass(), Objects.requireNonNullElse(e.getMessage(), ""));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a command failed unexpectedly", e);
                error(document, id, ErrorClass.GENERIC_ERROR, "Internal error: " + e);
            }
            send();
            hearsEvents |= !wasNegotiated && isNegotiated;
            speaker = null;
            Runnable action = afterReply;
            if (action != null) {
                afterReply = null;
                try {
                    sink.flush();
                } finally {
                    action.run();
                }
            } else if (sink.isFull()) {
                sink.flush();
            }
        }

        void refuse(String message) {
            out.reset();
            out.beginStruct(null);
            writeError(ErrorClass.GENERIC_ERROR, message);
            send();
        }

        private void run(QmpRequest request) {
            Command command = monitor.commands().find(request.command());
            if (!isNegotiated && (command == null || !command.has(CommandTrait.NEGOTIATION))) {
                throw new QomException(
                        ErrorClass.COMMAND_NOT_FOUND,
                        "Expecting capabilities negotiation with 'qmp_capabilities'",
                        List.of(),
                        null);
            }
            if (command == null) {
                throw CommandTable.notFound(request.command());
            }
            if (request.isOutOfBand() && !command.has(CommandTrait.OUT_OF_BAND)) {
                throw new QomException("The command " + command.name() + " does not support OOB");
            }
            if (command.has(CommandTrait.SLOW)) {
                sink.flush();
            }
            out.beginStruct(null);
            command.run(new Call(monitor, this, request.document(), request.arguments()), out, RESULT);
        }

        private void error(JsonDocument document, int id, ErrorClass errorClass, String message) {
            out.reset();
            out.beginStruct(null);
            if (id >= 0) {
                out.writeNode("id", document, id);
            }
            writeError(errorClass, message);
        }

        private void writeError(ErrorClass errorClass, String message) {
            out.beginStruct("error");
            out.writeString("class", errorClass.wireName());
            out.writeString("desc", message);
            out.endStruct();
        }

        private void send() {
            out.endStruct();
            out.endMessage();
            sink.send(out);
        }

        @Override
        public void negotiate(List<String> capabilities) {
            if (isNegotiated) {
                throw Client.alreadyNegotiated();
            }
            if (capabilities.contains(OOB)) {
                queue = new InBandQueue();
            }
            isNegotiated = true;
        }

        @Override
        public void afterReply(Runnable action) {
            afterReply = () -> {
                isOver = true;
                action.run();
            };
        }
    }
}
