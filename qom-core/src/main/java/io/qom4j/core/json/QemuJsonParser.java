// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.error.ValueException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parser of the JSON that QEMU speaks on the QMP wire, fed with blocks of bytes as they arrive.
 *
 * <p>The dialect is standard JSON plus strings in single quotes and the escape {@code \'}; Unicode's non-characters are
 * refused. The input is a stream of values, each handed over as soon as its last token is seen: a closing bracket ends it at
 * once, a number or word only with the byte behind it. Errors are handed over in the same order and with QEMU's texts.
 *
 * <p>After an error reading goes on, as in QEMU: if the tokens are sound but ill put together, behind the brackets that
 * close the value; if bytes are no token, everything collected is dropped, and bytes are skipped to the next of
 * <code>{ } [ ] : ,</code> or to a control character. So one faulty request may cause several errors. A client that wants to
 * begin anew sends the byte FF or a control character.
 *
 * <p>A value may nest {@value QemuStreamer#MAX_NESTING} deep and have {@value QemuStreamer#MAX_TOKENS} tokens and
 * {@value QemuStreamer#MAX_TOKEN_BYTES} bytes of them. Memory is bounded by these limits, time is linear in the input. A number
 * beyond the range of a double is refused, where QEMU 7.2 makes it infinite and prints what is no JSON.
 *
 * <p>Confined to one thread. QEMU: qobject/json-streamer.c.
 */
public final class QemuJsonParser {
    /** A receiver of what was read, in order; called from within {@link #feed} and {@link #finish}. */
    public interface Receiver {
        /** Receives a whole value. */
        void value(JsonDocument document);

        /** Receives the text of an error, for example {@code JSON parse error, expecting value}. */
        void error(String message);
    }

    private final QemuStreamer streamer;
    private final QemuLexer lexer;

    /** Makes a parser at the beginning of a stream. */
    public QemuJsonParser(Receiver receiver) {
        streamer = new QemuStreamer(receiver);
        lexer = new QemuLexer(streamer);
    }

    /** Reads the bytes from {@code from} to before {@code to}; the array may be used again afterwards. */
    public void feed(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        lexer.feed(bytes, from, to);
    }

    /** Reads all these bytes. */
    public void feed(byte[] bytes) {
        lexer.feed(bytes, 0, bytes.length);
    }

    /** Reads the end of the input: a value that is not over is an error. Afterwards a new stream may begin. */
    public void finish() {
        lexer.flush();
        streamer.endOfInput();
    }

    /**
     * Reads a text that holds one value, as given on a command line.
     *
     * @throws ValueException at the first error, and if there is no value or more than one
     */
    public static JsonDocument parse(String text) {
        var single = new Single();
        var parser = new QemuJsonParser(single);
        parser.feed(text.getBytes(StandardCharsets.UTF_8));
        parser.finish();
        return single.result();
    }

    private static final class Single implements Receiver {
        private @Nullable JsonDocument document;
        private @Nullable String error;

        @Override
        public void value(JsonDocument value) {
            refuseSecond();
            document = value;
        }

        @Override
        public void error(String message) {
            refuseSecond();
            if (error == null) {
                error = message;
            }
        }

        private void refuseSecond() {
            if (document != null && error == null) {
                error = "Expecting at most one JSON value";
            }
        }

        JsonDocument result() {
            if (error != null) {
                throw new ValueException(error);
            }
            if (document == null) {
                throw new ValueException("Expecting a JSON value");
            }
            return document;
        }
    }
}
