// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.visit.OutputVisitor;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sink that prints JSON exactly as QEMU does on the QMP wire.
 *
 * <p>Members are separated by {@code ", "} and {@code ": "}, all is ASCII, other characters are escaped with upper-case
 * digits, floating numbers have up to 17 digits. The pretty form has one value a line, indented by four blanks; even an empty
 * list takes two lines.
 *
 * <pre>{@code
 * QmpJsonWriter out = QmpJsonWriter.compact();
 * out.beginStruct(null);
 * out.writeAny("return", Map.of());
 * out.writeNode("id", request, request.member(ROOT, "id"));
 * out.endStruct();
 * out.endMessage();
 * out.writeTo(socket);        // {"return": {}, "id": 1}
 * out.reset();
 * }</pre>
 *
 * <p>The buffer is kept over {@link #reset}, so that a writer used again makes no garbage. Confined to one thread. QEMU:
 * qobject/json-writer.c.
 */
public final class QmpJsonWriter implements OutputVisitor {
    private static final int INDENT = 4;
    private static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final QemuBytes out = new QemuBytes();
    private final @Nullable String lineEnd;
    /** For each open container, whether it is a struct. */
    private boolean[] structs = new boolean[16];

    private int depth;
    private boolean first = true;

    private QmpJsonWriter(@Nullable String lineEnd) {
        this.lineEnd = lineEnd;
    }

    /** Makes a writer of the one-line form. */
    public static QmpJsonWriter compact() {
        return new QmpJsonWriter(null);
    }

    /**
     * Makes a writer of the indented form.
     *
     * @param lineEnd what ends a line within a value: CR LF on the wire, LF elsewhere
     */
    public static QmpJsonWriter pretty(String lineEnd) {
        return new QmpJsonWriter(Objects.requireNonNull(lineEnd, "lineEnd"));
    }

    /** Drops what was written, finished or not. */
    public void reset() {
        out.clear();
        depth = 0;
        first = true;
    }

    /**
     * A place in what was written, to which {@link #rewind} goes back.
     *
     * <p>Valid as long as the structs and lists that were open then are.
     */
    public record Mark(int size, int depth, boolean first) {}

    /** Returns where writing has got to. */
    public Mark mark() {
        return new Mark(out.size(), depth, first);
    }

    /** Drops what was written after a mark. */
    public void rewind(Mark mark) {
        out.cut(mark.size);
        depth = mark.depth;
        first = mark.first;
    }

    /** Ends a message of the QMP wire with CR LF; the next value stands alone again. */
    public void endMessage() {
        if (depth != 0) {
            throw new IllegalStateException("the message has " + depth + " open structs and lists");
        }
        out.put("\r\n");
        first = true;
    }

    /** Returns how many bytes were written. */
    public int size() {
        return out.size();
    }

    /** Returns what was written. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    /** Hands over what was written. */
    public void writeTo(OutputStream target) throws IOException {
        out.writeTo(target);
    }

    /** Returns what was written. */
    @Override
    public String toString() {
        return out.toString();
    }

    @Override
    public void writeBool(@Nullable String name, boolean value) {
        begin(name);
        out.put(value ? "true" : "false");
    }

    @Override
    public void writeInt64(@Nullable String name, long value) {
        begin(name);
        out.int64(value);
    }

    @Override
    public void writeUint64(@Nullable String name, long value) {
        begin(name);
        out.uint64(value);
    }

    @Override
    public void writeSize(@Nullable String name, long value) {
        writeUint64(name, value);
    }

    /**
     * Writes a floating-point number.
     *
     * @throws io.qom4j.core.error.ValueException if it is not finite
     */
    @Override
    public void writeNumber(@Nullable String name, double value) {
        begin(name);
        out.number(value);
    }

    @Override
    public void writeString(@Nullable String name, @Nullable String value) {
        begin(name);
        out.quoted(value == null ? "" : value);
    }

    @Override
    public void writeNull(@Nullable String name) {
        begin(name);
        out.put("null");
    }

    /**
     * Writes a value of the kinds that {@link io.qom4j.core.visit.InputVisitor#readAny} returns, or another boxed integer, any
     * {@link Iterable}, or a {@link JsonDocument}. An integer beyond 64 bits is written as a floating number.
     *
     * @throws IllegalArgumentException if the value, or one inside it, is of another kind
     */
    @Override
    @SuppressWarnings("IfChainToSwitch") // see JsonValues.append
    public void writeAny(@Nullable String name, @Nullable Object value) {
        if (value instanceof String string) {
            writeString(name, string);
        } else if (value instanceof Boolean bool) {
            writeBool(name, bool);
        } else if (value instanceof Number number) {
            writeAnyNumber(name, number);
        } else if (value instanceof Map<?, ?> map) {
            beginStruct(name);
            map.forEach((key, member) -> writeAny((String) key, member));
            endStruct();
        } else if (value instanceof Iterable<?> elements) {
            beginList(name);
            elements.forEach(element -> writeAny(null, element));
            endList();
        } else if (value instanceof JsonDocument document) {
            writeNode(name, document, JsonDocument.ROOT);
        } else if (value == null) {
            writeNull(name);
        } else {
            throw JsonValues.noForm(value);
        }
    }

    private void writeAnyNumber(@Nullable String name, Number value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            writeInt64(name, value.longValue());
        } else if (value instanceof BigInteger big) {
            writeBig(name, big);
        } else if (value instanceof Double || value instanceof Float) {
            writeNumber(name, value.doubleValue());
        } else {
            throw JsonValues.noForm(value);
        }
    }

    /** Writes a node of a document with all it holds. */
    public void writeNode(@Nullable String name, JsonDocument document, int node) {
        JsonKind kind = document.kind(node);
        switch (kind) {
            case OBJECT, ARRAY -> {
                boolean struct = kind == JsonKind.OBJECT;
                open(name, struct);
                for (int child = document.firstChild(node); child < document.end(node); child = document.end(child)) {
                    writeNode(document.name(child), document, child);
                }
                close(struct);
            }
            case STRING -> writeString(name, document.string(node));
            case INT64 -> writeInt64(name, document.int64(node));
            case UINT64 -> writeUint64(name, document.int64(node));
            case REAL -> writeNumber(name, document.number(node));
            case TRUE -> writeBool(name, true);
            case FALSE -> writeBool(name, false);
            case NULL -> writeNull(name);
        }
    }

    @Override
    public void beginStruct(@Nullable String name) {
        open(name, true);
    }

    @Override
    public void endStruct() {
        close(true);
    }

    @Override
    public void beginList(@Nullable String name) {
        open(name, false);
    }

    @Override
    public void endList() {
        close(false);
    }

    private void writeBig(@Nullable String name, BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            writeInt64(name, value.longValue());
        } else if (value.signum() > 0 && value.compareTo(UINT64_MAX) <= 0) {
            writeUint64(name, value.longValue());
        } else {
            writeNumber(name, value.doubleValue());
        }
    }

    private void open(@Nullable String name, boolean struct) {
        begin(name);
        out.put(struct ? '{' : '[');
        if (depth == structs.length) {
            structs = Arrays.copyOf(structs, 2 * depth);
        }
        structs[depth++] = struct;
        first = true;
    }

    private void close(boolean struct) {
        if (depth == 0 || structs[depth - 1] != struct) {
            throw new IllegalStateException(struct ? "no struct is open here" : "no list is open here");
        }
        depth--;
        breakLine();
        out.put(struct ? '}' : ']');
        first = false;
    }

    /** Writes what stands before a value: separator, line break, name. */
    private void begin(@Nullable String name) {
        if (depth == 0) {
            if (!first) {
                throw new IllegalStateException("there is a whole value already; end the message first");
            }
            first = false;
            return;
        }
        if (!first) {
            out.put(lineEnd == null ? ", " : ",");
        }
        breakLine();
        first = false;
        if (structs[depth - 1]) {
            out.quoted(Objects.requireNonNull(name, "a member of a struct has a name"));
            out.put(": ");
        }
    }

    private void breakLine() {
        if (lineEnd != null) {
            out.put(lineEnd);
            out.blanks(INDENT * depth);
        }
    }
}
