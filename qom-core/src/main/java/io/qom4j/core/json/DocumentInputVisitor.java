// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.visit.DictionaryOrder;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.Leftovers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visitor that walks over a {@link JsonDocument}: structs, lists, what was read, and paths for messages.
 *
 * <p>Sub-classes say what scalars look like. A visitor begins on one node, which may be read under any name; from there
 * {@link #beginStruct} and {@link #beginList} go down. Members may be read in any order, most cheaply in that of the text.
 * In messages members are joined with dots; a root without a name is called {@code <anonymous>}.
 *
 * <p>After a refusal by {@code begin…} nothing was opened; after one by a {@code read…} the same containers are open as
 * before. Confined to one thread. QEMU: qapi/qobject-input-visitor.c.
 */
public abstract class DocumentInputVisitor implements InputVisitor {
    private JsonDocument document;
    private int root;
    private Level[] levels = {};
    private int depth;

    /**
     * Makes a visitor that stands on one node.
     *
     * @param node the node to begin on, {@link JsonDocument#ROOT} for the whole
     */
    protected DocumentInputVisitor(JsonDocument document, int node) {
        this.document = document;
        this.root = Objects.checkIndex(node, document.nodeCount());
    }

    /** Begins anew, on a node of this or another document; whatever was open is forgotten. */
    protected final void stand(JsonDocument newDocument, int node) {
        document = newDocument;
        root = Objects.checkIndex(node, newDocument.nodeCount());
        depth = 0;
    }

    /** Returns the document. */
    public final JsonDocument document() {
        return document;
    }

    /**
     * Reads a value of whatever type it has, as a node of {@link #document}.
     *
     * @throws ValueException if the open struct or list has no such value
     */
    public final int readNode(@Nullable String name) {
        return take(name);
    }

    /** Returns how the index of a list element looks in a path, for example {@code [2]} or {@code .2}. */
    protected abstract String indexInPath(int index);

    /**
     * Returns the node to be read next and marks it as read.
     *
     * @throws ValueException if the open struct or list has no such node
     */
    protected final int take(@Nullable String name) {
        if (depth == 0) {
            return root;
        }
        Level level = levels[depth - 1];
        int node = level.struct ? level.member(document, requireName(name)) : level.element();
        if (node < 0) {
            throw new ValueException("Parameter '" + path(name) + "' is missing");
        }
        level.mark();
        return node;
    }

    @Override
    public final String place(@Nullable String name) {
        return path(name);
    }

    /** Returns the path of what was asked for last under this name, for messages. */
    protected final String path(@Nullable String name) {
        if (depth == 0) {
            return name == null ? "<anonymous>" : name;
        }
        var path = new StringBuilder();
        String top = levels[0].name;
        if (top != null) {
            path.append(top);
        }
        for (int i = 0; i < depth; i++) {
            Level level = levels[i];
            String member = i + 1 < depth ? levels[i + 1].name : name;
            if (!level.struct) {
                path.append(indexInPath(level.index));
            } else {
                if (!path.isEmpty()) {
                    path.append('.');
                }
                path.append(member == null ? "<anonymous>" : member);
            }
        }
        return path.toString();
    }

    /** Makes a refusal of a value that has the wrong type. */
    protected final ValueException wrongType(@Nullable String name, String expected) {
        return new ValueException("Invalid parameter type for '" + path(name) + "', expected: " + expected);
    }

    @Override
    public @Nullable Object readAny(@Nullable String name) {
        return document.toJava(take(name));
    }

    @Override
    public void beginStruct(@Nullable String name) {
        int node = take(name);
        if (document.kind(node) != JsonKind.OBJECT) {
            throw wrongType(name, "object");
        }
        open(node, name, true);
    }

    /** Tells whether the open struct has a member of this name; outside of structs there is always a value. */
    @Override
    public boolean isPresent(String name) {
        if (depth == 0 || !levels[depth - 1].struct) {
            return true;
        }
        return levels[depth - 1].member(document, name) >= 0;
    }

    @Override
    public void checkStruct() {
        Level level = top(true);
        if (level.readCount < level.size) {
            List<String> unread = level.names(document, true);
            String name = unread.size() == 1 ? unread.getFirst() : leftover(level.names(document, false), unread);
            throw new ValueException("Parameter '" + path(name) + "' is unexpected");
        }
    }

    /**
     * Returns which of several unread members a refusal names: the one that QEMU would name, unless overridden.
     *
     * @param all the names of all members, in source order
     * @param unread those that were not read, in source order
     */
    protected String leftover(List<String> all, List<String> unread) {
        return Leftovers.first(DictionaryOrder.of(all), unread);
    }

    @Override
    public void endStruct() {
        top(true);
        depth--;
    }

    @Override
    public void beginList(@Nullable String name) {
        int node = take(name);
        if (document.kind(node) != JsonKind.ARRAY) {
            throw wrongType(name, "array");
        }
        open(node, name, false);
    }

    @Override
    public boolean nextElement() {
        return top(false).advance(document);
    }

    @Override
    public void endList() {
        Level level = top(false);
        boolean unread = level.readCount < level.size;
        int count = level.readCount;
        depth--;
        if (unread) {
            throw new ValueException("Only " + count + " list elements expected in " + path(level.name));
        }
    }

    private void open(int node, @Nullable String name, boolean struct) {
        if (depth == levels.length) {
            levels = Arrays.copyOf(levels, Math.max(4, 2 * depth));
            for (int i = depth; i < levels.length; i++) {
                levels[i] = new Level();
            }
        }
        levels[depth++].reset(document, node, name, struct);
    }

    private Level top(boolean struct) {
        if (depth == 0 || levels[depth - 1].struct != struct) {
            throw new IllegalStateException(struct ? "no struct is open here" : "no list is open here");
        }
        return levels[depth - 1];
    }

    private static String requireName(@Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException("a member of a struct is read by its name, got null");
        }
        return name;
    }

    /** One open struct or list, used again for its siblings. */
    private static final class Level {
        private int container;
        private int end;
        private int size;
        private @Nullable String name;
        private boolean struct;
        /** The child looked at last, and its place among its siblings from 0; before the first: the container and -1. */
        private int child;

        private int index;
        private int readCount;
        /** The places of members that were read; the first 64 stand apart. */
        private long firstRead;

        private long[] otherRead = {};

        void reset(JsonDocument document, int node, @Nullable String newName, boolean isStruct) {
            container = node;
            end = document.end(node);
            size = document.childCount(node);
            name = newName;
            struct = isStruct;
            child = node;
            index = -1;
            readCount = 0;
            firstRead = 0;
            otherRead = size > Long.SIZE ? new long[(size - 1) / Long.SIZE] : otherRead;
        }

        /** Finds a member, looking from the one found last on, so that reading in source order takes one step each. */
        int member(JsonDocument document, String wanted) {
            int bits = document.nameBits(wanted);
            if (bits < 0) {
                return -1;
            }
            for (int steps = 0; steps <= size; steps++) {
                if (child != container && document.hasName(child, bits)) {
                    return child;
                }
                step(document);
            }
            return -1;
        }

        /** Moves to the next child, from the last one to before the first. */
        private void step(JsonDocument document) {
            int next = child == container ? container + 1 : document.end(child);
            if (next >= end) {
                child = container;
                index = -1;
            } else {
                child = next;
                index++;
            }
        }

        boolean advance(JsonDocument document) {
            if (index >= size) {
                return false;
            }
            child = index < 0 ? container + 1 : document.end(child);
            index++;
            return index < size;
        }

        int element() {
            if (index < 0) {
                throw new IllegalStateException("nextElement was not called before the first element");
            }
            return index < size && !isRead() ? child : -1;
        }

        void mark() {
            if (!isRead()) {
                readCount++;
            }
            if (index < Long.SIZE) {
                firstRead |= 1L << index;
            } else {
                otherRead[index / Long.SIZE - 1] |= 1L << index;
            }
        }

        private boolean isRead() {
            return isRead(index);
        }

        private boolean isRead(int place) {
            long bits = place < Long.SIZE ? firstRead : otherRead[place / Long.SIZE - 1];
            return (bits & 1L << place) != 0;
        }

        /** Returns the names of the members, or of those that were not read, in source order. */
        List<String> names(JsonDocument document, boolean unreadOnly) {
            var names = new ArrayList<String>();
            int place = 0;
            for (int node = container + 1; node < end; node = document.end(node), place++) {
                if (!unreadOnly || !isRead(place)) {
                    names.add(Objects.requireNonNull(document.name(node)));
                }
            }
            return names;
        }
    }
}
