// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.visit.OutputVisitor;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sink that keeps what is written as plain Java values.
 *
 * <p>{@link #value} returns Boolean, Long, {@link BigInteger} (unsigned integers above 2^63-1), Double, String, {@link List},
 * {@link Map} in the order of writing, or null; {@link #document} the same as a {@link JsonDocument}, whose text is compact
 * standard JSON. Confined to one thread. QEMU: qapi/qobject-output-visitor.c.
 */
public final class JsonOutputVisitor implements OutputVisitor {
    private final Deque<Object> open = new ArrayDeque<>();
    private @Nullable Object root;
    private boolean written;

    /** Makes a sink that holds nothing yet. */
    public JsonOutputVisitor() {}

    /**
     * Returns what was written. The lists and maps belong to the caller from then on.
     *
     * @throws IllegalStateException if nothing was written, or a struct or list is open
     */
    public @Nullable Object value() {
        if (!written || !open.isEmpty()) {
            throw new IllegalStateException(written ? "a struct or list is open" : "nothing was written");
        }
        return root;
    }

    /** Returns what was written as a document; see {@link #value}. */
    public JsonDocument document() {
        return JsonDocument.of(value());
    }

    @Override
    public void writeBool(@Nullable String name, boolean value) {
        put(name, value);
    }

    @Override
    public void writeInt64(@Nullable String name, long value) {
        put(name, value);
    }

    @Override
    public void writeUint64(@Nullable String name, long value) {
        put(name, value >= 0 ? (Object) value : new BigInteger(Long.toUnsignedString(value)));
    }

    @Override
    public void writeSize(@Nullable String name, long value) {
        writeUint64(name, value);
    }

    @Override
    public void writeNumber(@Nullable String name, double value) {
        put(name, value);
    }

    @Override
    public void writeString(@Nullable String name, @Nullable String value) {
        put(name, value == null ? "" : value);
    }

    @Override
    public void writeNull(@Nullable String name) {
        put(name, null);
    }

    /** Keeps the value itself, not a copy. */
    @Override
    public void writeAny(@Nullable String name, @Nullable Object value) {
        put(name, value);
    }

    @Override
    public void beginStruct(@Nullable String name) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        put(name, members);
        open.push(members);
    }

    @Override
    public void endStruct() {
        if (!(open.poll() instanceof Map)) {
            throw new IllegalStateException("no struct is open here");
        }
    }

    @Override
    public void beginList(@Nullable String name) {
        var elements = new ArrayList<@Nullable Object>();
        put(name, elements);
        open.push(elements);
    }

    @Override
    public void endList() {
        if (!(open.poll() instanceof List)) {
            throw new IllegalStateException("no list is open here");
        }
    }

    @SuppressWarnings("unchecked") // only put and the two begin methods fill the stack
    private void put(@Nullable String name, @Nullable Object value) {
        switch (open.peek()) {
            case null -> {
                if (written) {
                    throw new IllegalStateException("there is a whole value already");
                }
                root = value;
                written = true;
            }
            case Map<?, ?> members ->
                ((Map<String, @Nullable Object>) members)
                        .put(Objects.requireNonNull(name, "a member of a struct has a name"), value);
            case Object elements -> ((List<@Nullable Object>) elements).add(value);
        }
    }
}
