// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.text.WarningSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visitor over a JSON value, with the types that JSON gives.
 *
 * <p>Nothing is converted: {@code "5"} is no integer, nor is {@code 5.0}. The QMP form ({@link #qmp}) refuses with QEMU's
 * texts. The form for configuration files ({@link #config}) differs in sizes alone, which may be strings such as
 * {@code "1.5G"}; it refuses negative numbers where unsigned ones are asked for.
 *
 * <p>In texts an element is called {@code rules[0]}, a member {@code rules[0].match}. Confined to one thread. QEMU:
 * qapi/qobject-input-visitor.c.
 */
public final class JsonInputVisitor extends DocumentInputVisitor {
    private final Negatives negatives;
    private final @Nullable WarningSink sizeWarnings;

    private JsonInputVisitor(JsonDocument document, int node, Negatives negatives, @Nullable WarningSink sizeWarnings) {
        super(document, node);
        this.negatives = negatives;
        this.sizeWarnings = sizeWarnings;
    }

    /**
     * Makes a visitor by QMP's rules.
     *
     * @param node the node to begin on, {@link JsonDocument#ROOT} for the whole
     */
    public static JsonInputVisitor qmp(JsonDocument document, int node, Negatives negatives) {
        return new JsonInputVisitor(document, node, negatives, null);
    }

    /**
     * Makes a visitor for configuration files, where a size may also be a string.
     *
     * @param node the node to begin on, {@link JsonDocument#ROOT} for the whole
     * @param warnings is told of deprecated forms of sizes
     */
    public static JsonInputVisitor config(JsonDocument document, int node, WarningSink warnings) {
        return new JsonInputVisitor(document, node, Negatives.REFUSE, warnings);
    }

    @Override
    protected String indexInPath(int index) {
        return "[" + index + "]";
    }

    /** In a configuration file the first in the text is named. */
    @Override
    protected String leftover(List<String> all, List<String> unread) {
        return sizeWarnings == null ? super.leftover(all, unread) : unread.getFirst();
    }

    @Override
    public boolean readBool(@Nullable String name) {
        return switch (document().kind(take(name))) {
            case TRUE -> true;
            case FALSE -> false;
            case OBJECT, ARRAY, STRING, INT64, UINT64, REAL, NULL -> throw wrongType(name, "boolean");
        };
    }

    @Override
    public long readInt64(@Nullable String name) {
        int node = take(name);
        if (document().kind(node) != JsonKind.INT64) {
            throw wrongType(name, "integer");
        }
        return document().int64(node);
    }

    @Override
    public long readUint64(@Nullable String name) {
        return uint64(take(name), name);
    }

    @Override
    public long readSize(@Nullable String name) {
        int node = take(name);
        if (sizeWarnings != null && document().kind(node) == JsonKind.STRING) {
            return SizeText.read(document().string(node), path(name), sizeWarnings);
        }
        return uint64(node, name);
    }

    @Override
    public double readNumber(@Nullable String name) {
        int node = take(name);
        if (!document().kind(node).isNumber()) {
            throw wrongType(name, "number");
        }
        return document().number(node);
    }

    @Override
    public String readString(@Nullable String name) {
        int node = take(name);
        if (document().kind(node) != JsonKind.STRING) {
            throw wrongType(name, "string");
        }
        return document().string(node);
    }

    @Override
    public void readNull(@Nullable String name) {
        if (document().kind(take(name)) != JsonKind.NULL) {
            throw wrongType(name, "null");
        }
    }

    private long uint64(int node, @Nullable String name) {
        JsonKind kind = document().kind(node);
        boolean integer = kind == JsonKind.UINT64 || kind == JsonKind.INT64;
        if (integer) {
            long value = document().int64(node);
            if (kind == JsonKind.UINT64 || value >= 0 || negatives == Negatives.WRAP_LIKE_QEMU) {
                return value;
            }
        }
        throw new ValueException("Parameter '" + path(name) + "' expects uint64");
    }
}
