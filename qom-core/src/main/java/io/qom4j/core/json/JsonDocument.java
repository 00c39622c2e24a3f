// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import io.qom4j.core.text.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One parsed JSON value, with everything in it, as a compact tape.
 *
 * <p>There is no object per value. Values are called <i>nodes</i> and are numbered in the order of the text, a container
 * before its children; node {@link #ROOT} is the whole. The methods take node numbers and cost a few array reads; looking up
 * a member costs a walk over its siblings.
 *
 * <pre>{@code
 * JsonDocument doc = JsonReader.strict().read("{\"id\": \"m0\", \"nodes\": [0, 1]}", "example");
 * doc.string(doc.member(ROOT, "id"));                               // m0
 * int nodes = doc.member(ROOT, "nodes");
 * for (int n = doc.firstChild(nodes); n < doc.end(nodes); n = doc.end(n)) {
 *     sum += doc.int64(n);
 * }
 * doc.position(nodes);                                              // example:1:24
 * }</pre>
 *
 * <p>Where a node stands in the text is found on demand: the first question walks the text once more. Reading a node as a
 * kind that it is not is a programming error ({@link IllegalArgumentException}). Immutable and thread-safe.
 */
public final class JsonDocument {
    /** The node that is the whole document. */
    public static final int ROOT = 0;

    /** What the bits of an unsigned number are more than those of a signed one. */
    private static final BigDecimal BEYOND_LONG = new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE));

    private static final int[] NONE = {};

    private final int[] heads;
    private final long[] values;
    private final int size;
    private final char[] chars;
    private final JsonNames names;
    private final boolean mayRepeat;
    private final @Nullable JsonSource source;

    JsonDocument(
            int[] heads,
            long[] values,
            int size,
            char[] chars,
            JsonNames names,
            boolean mayRepeat,
            @Nullable JsonSource source) {
        this.heads = heads;
        this.values = values;
        this.size = size;
        this.chars = chars;
        this.names = names;
        this.mayRepeat = mayRepeat;
        this.source = source;
    }

    /**
     * Makes a document of Java values: {@link Map} with string keys, {@link Iterable}, {@link String}, {@link Boolean}, the
     * boxed numbers, {@link BigInteger}, or null. It has no source positions.
     *
     * @throws IllegalArgumentException if a value is of another kind, or a floating number is not finite
     */
    public static JsonDocument of(@Nullable Object value) {
        var tape = new JsonTape();
        JsonValues.append(tape, value);
        return tape.finish(null);
    }

    /** Returns how many nodes there are. */
    public int nodeCount() {
        return size;
    }

    /** Returns the kind of a node. */
    public JsonKind kind(int node) {
        return JsonKind.of(heads[Objects.checkIndex(node, size)] & JsonTape.KIND_MASK);
    }

    /** Tells whether a node is of one of some kinds: those whose {@linkplain JsonKind#bit bits} are set. */
    public boolean isAny(int node, int kinds) {
        return (kinds >>> (heads[node] & JsonTape.KIND_MASK) & 1) != 0;
    }

    /** Returns the name of a node that is a member of an object, else null. */
    public @Nullable String name(int node) {
        int name = heads[node] >>> JsonTape.NAME_SHIFT;
        return name == 0 ? null : names.get(name - 1);
    }

    /** Returns the number of a member's name, which is the same for all members of this name in this document, or -1. */
    public int nameNumber(int node) {
        return (heads[node] >>> JsonTape.NAME_SHIFT) - 1;
    }

    /** Returns the number of a name, or -1 if no member is called so. */
    public int numberOfName(String name) {
        return names.find(name);
    }

    /** Returns how many names there are: their numbers are smaller. */
    public int nameCount() {
        return names.size();
    }

    /** Returns how many children a container has. */
    public int childCount(int container) {
        return (int) (container(container) >>> Integer.SIZE);
    }

    /** Returns the first child of a container; equal to {@link #end} if there is none. */
    public int firstChild(int container) {
        container(container);
        return container + 1;
    }

    /** Returns the node after this one and all that it holds: the next sibling, if there is one. */
    public int end(int node) {
        return JsonKind.isContainer(heads[node] & JsonTape.KIND_MASK) ? (int) values[node] : node + 1;
    }

    /** Returns the first member of an object with this name, or -1. */
    public int member(int object, String name) {
        expect(object, JsonKind.OBJECT);
        int bits = nameBits(name);
        if (bits >= 0) {
            int end = end(object);
            for (int child = object + 1; child < end; child = end(child)) {
                if (hasName(child, bits)) {
                    return child;
                }
            }
        }
        return -1;
    }

    /** Returns the element of an array at this index, from 0, or -1 if there are fewer. */
    public int element(int array, int index) {
        expect(array, JsonKind.ARRAY);
        if (index < 0 || index >= childCount(array)) {
            return -1;
        }
        int child = array + 1;
        for (int i = 0; i < index; i++) {
            child = end(child);
        }
        return child;
    }

    /** Returns the text of a string. */
    public String string(int node) {
        expect(node, JsonKind.STRING);
        long place = values[node];
        int start = (int) (place >>> Integer.SIZE);
        return isPlain(node)
                ? new String(text(), start, (int) place, StandardCharsets.ISO_8859_1)
                : new String(chars, start, (int) place);
    }

    /** Tells whether a node is a string with this text, without making a string. */
    public boolean isString(int node, String text) {
        long place = values[node];
        if (kind(node) != JsonKind.STRING || text.length() != (int) place) {
            return false;
        }
        int start = (int) (place >>> Integer.SIZE);
        byte[] plain = isPlain(node) ? text() : null;
        for (int i = 0; i < text.length(); i++) {
            if ((plain != null ? plain[start + i] : chars[start + i]) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlain(int node) {
        return (heads[node] & JsonTape.PLAIN_STRING) != 0;
    }

    /** Returns the bytes in which plain strings stand. */
    private byte[] text() {
        return Objects.requireNonNull(source).bytes();
    }

    /** Returns the 64 bits of an integer, to be taken as signed or unsigned by its kind. */
    public long int64(int node) {
        int code = heads[Objects.checkIndex(node, size)] & JsonTape.KIND_MASK;
        if (code != JsonKind.INT64.code() && code != JsonKind.UINT64.code()) {
            throw new IllegalArgumentException("node " + node + " is " + kind(node) + ", not an integer");
        }
        return values[node];
    }

    /** Returns a number of whatever kind as the nearest double. */
    public double number(int node) {
        JsonKind kind = kind(node);
        return switch (kind) {
            case INT64 -> values[node];
            case UINT64 -> NumberText.unsignedToDouble(values[node]);
            case REAL -> Double.longBitsToDouble(values[node]);
            case OBJECT, ARRAY, STRING, TRUE, FALSE, NULL ->
                throw new IllegalArgumentException("node " + node + " is " + kind + ", not a number");
        };
    }

    /** Returns a number exactly as it was written; where the text is not known, as it is kept. */
    public BigDecimal decimal(int node) {
        JsonKind kind = kind(node);
        if (kind == JsonKind.REAL) {
            return source == null ? new BigDecimal(number(node)) : source.decimal(node, size);
        }
        BigDecimal bits = new BigDecimal(int64(node));
        return kind == JsonKind.UINT64 ? bits.add(BEYOND_LONG) : bits;
    }

    /** Tells whether a number was written without point and exponent, be it large or small. */
    public boolean isIntegerText(int node) {
        return kind(node).isNumber() && (heads[node] & JsonTape.INTEGER_TEXT) != 0;
    }

    /**
     * Returns a node and all it holds as Java values: {@link Map} in source order, {@link List}, {@link String},
     * {@link Boolean}, {@link Long}, {@link BigInteger} for integers above 2^63-1, {@link Double}, or null.
     */
    public @Nullable Object toJava(int node) {
        JsonKind kind = kind(node);
        return switch (kind) {
            case OBJECT -> {
                Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(childCount(node));
                for (int child = node + 1; child < end(node); child = end(child)) {
                    map.putIfAbsent(Objects.requireNonNull(name(child)), toJava(child));
                }
                yield map;
            }
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>(childCount(node));
                for (int child = node + 1; child < end(node); child = end(child)) {
                    list.add(toJava(child));
                }
                yield list;
            }
            case STRING -> string(node);
            case INT64 -> values[node];
            case UINT64 -> new BigInteger(Long.toUnsignedString(values[node]));
            case REAL -> number(node);
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    /** Returns where the value of a node begins. */
    public SourcePosition position(int node) {
        Objects.checkIndex(node, size);
        return source == null ? new SourcePosition("", 0, 0) : source.valuePosition(node, size);
    }

    /** Returns where the name of a member begins; for any other node where its value begins. */
    public SourcePosition namePosition(int node) {
        Objects.checkIndex(node, size);
        return source == null ? new SourcePosition("", 0, 0) : source.namePosition(node, size);
    }

    /** Returns the text of a line of the source, from 1, without its end; empty if there is no such line. */
    public String sourceLine(int line) {
        return source == null ? "" : source.line(line);
    }

    /**
     * Returns a part of a line of the source: the characters (code points) from one column to before another, both from 1, as
     * far as the line has them.
     */
    public String sourceLine(int line, int fromColumn, int toColumn) {
        return source == null ? "" : source.part(line, fromColumn, toColumn);
    }

    /** Returns the path from the root to a node as a JSON pointer (RFC 6901); empty for the root. */
    public String pointer(int node) {
        return JsonPointers.of(this, Objects.checkIndex(node, size));
    }

    /**
     * Returns the node that a JSON pointer (RFC 6901) leads to, or -1 if there is none.
     *
     * @throws IllegalArgumentException if the pointer is not empty and does not begin with a slash
     */
    public int find(String pointer) {
        return JsonPointers.find(this, pointer);
    }

    /** Returns the members whose name came before in the same object, in source order; see {@link JsonReader#keepingDuplicates}. */
    public int[] duplicates() {
        if (!mayRepeat) {
            return NONE;
        }
        var found = new BitSet();
        int[] lastUse = new int[names.size()];
        for (int object = 0; object < size; object++) {
            if ((heads[object] & JsonTape.KIND_MASK) == JsonKind.OBJECT.code()) {
                for (int child = object + 1; child < end(object); child = end(child)) {
                    int name = (heads[child] >>> JsonTape.NAME_SHIFT) - 1;
                    if (lastUse[name] == object + 1) {
                        found.set(child);
                    }
                    lastUse[name] = object + 1;
                }
            }
        }
        return found.stream().toArray();
    }

    /** Returns the document as compact JSON text. */
    @Override
    public String toString() {
        return JsonText.of(this, ROOT);
    }

    /** Returns what {@link #hasName} compares, or -1 if nothing has this name. */
    int nameBits(String name) {
        int id = names.find(name);
        return id < 0 ? -1 : id + 1;
    }

    boolean hasName(int node, int nameBits) {
        return heads[node] >>> JsonTape.NAME_SHIFT == nameBits;
    }

    private long container(int node) {
        if (!kind(node).isContainer()) {
            throw new IllegalArgumentException("node " + node + " is " + kind(node) + ", not an object or array");
        }
        return values[node];
    }

    private void expect(int node, JsonKind kind) {
        if ((heads[Objects.checkIndex(node, size)] & JsonTape.KIND_MASK) != kind.code()) {
            throw new IllegalArgumentException("node " + node + " is " + kind(node) + ", not " + kind);
        }
    }
}
