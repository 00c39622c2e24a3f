// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.system.ObjectArgument;
import io.qom4j.cli.system.ObjectArguments;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.property.Origin;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.text.WarningSink;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are to be read as values of one kind.
 *
 * <p>Immutable.
 *
 * @param kind what the texts are
 * @param texts the texts, in order
 */
public record ValueTable(Kind kind, List<String> texts) {
    private static final long UINT32_MAX = 0xffff_ffffL;
    /** What the row of an object tells of it. */
    private static final List<String> SHOWN = List.of("size", "type", "merge", "dump");

    /** What a text is read as. */
    public enum Kind {
        /** JSON as QEMU reads it on the wire. */
        JSON,
        /** A size with suffix. */
        SIZE,
        /** An unsigned integer of 32 bits. */
        UINT,
        /** One of eight words. */
        BOOL,
        /** The whole argument of an {@code -object} option, of which the object is made. */
        KEYVAL;

        static Kind of(String name) {
            return switch (name) {
                case "json" -> JSON;
                case "size" -> SIZE;
                case "uint" -> UINT;
                case "bool" -> BOOL;
                case "keyval" -> KEYVAL;
                default ->
                    throw new ValueException("no table is called '" + name + "': json, size, uint, bool or keyval");
            };
        }
    }

    /**
     * Makes a table.
     *
     * @param kind what the texts are: {@code json}, {@code size}, {@code uint}, {@code bool} or {@code keyval}
     * @throws ValueException if it is something else
     */
    public static ValueTable of(String kind, List<String> texts) {
        return new ValueTable(Kind.of(kind), texts);
    }

    /** Copies the texts. */
    public ValueTable {
        texts = List.copyOf(texts);
    }

    /**
     * Reads a table from a JSON file.
     *
     * @throws io.qom4j.core.json.JsonException if it is no JSON
     * @throws ValueException if it is no table
     * @throws IOException if it cannot be read
     */
    static ValueTable read(Path file) throws IOException {
        JsonDocument document = JsonReader.lenient().read(file);
        int rows = member(document, JsonDocument.ROOT, "rows");
        List<String> texts = new ArrayList<>(document.childCount(rows));
        for (int row = document.firstChild(rows); row < document.end(rows); row = document.end(row)) {
            texts.add(document.string(member(document, row, "text")));
        }
        return new ValueTable(Kind.of(document.string(member(document, JsonDocument.ROOT, "table"))), texts);
    }

    private static int member(JsonDocument document, int node, String name) {
        int member = document.member(node, name);
        if (member < 0) {
            throw new ValueException("the table lacks the member '" + name + "' at " + document.position(node));
        }
        return member;
    }

    /** Returns what came of each text, as a JSON list. */
    public String results() {
        QmpJsonWriter out = QmpJsonWriter.compact();
        out.beginList(null);
        for (String text : texts) {
            Outcome outcome = read(text);
            out.beginStruct(null);
            out.writeBool("ok", outcome.isOk());
            if (outcome.isOk()) {
                out.writeAny("value", outcome.value());
            }
            out.endStruct();
        }
        out.endList();
        return out.toString();
    }

    /** What came of a text: a value, or none because it was refused. */
    private record Outcome(boolean isOk, @Nullable Object value) {
        static final Outcome REFUSED = new Outcome(false, null);

        static Outcome of(@Nullable Object value) {
            return new Outcome(true, value);
        }
    }

    private Outcome read(String text) {
        try {
            return switch (kind) {
                case JSON -> Outcome.of(QemuJsonParser.parse(text));
                case SIZE -> unsigned(SizeText.parse(text, WarningSink.IGNORE));
                case UINT -> uint32(IntegerText.unsigned(text));
                case BOOL -> bool(BooleanText.parse(text));
                case KEYVAL -> Outcome.of(object(text));
            };
        } catch (QomException refusal) {
            // The table only tells that it was refused; what it says is for those who ask for the object itself.
            return Outcome.REFUSED;
        }
    }

    private static Outcome unsigned(ParsedNumber number) {
        return number.isOk() ? Outcome.of(new BigInteger(Long.toUnsignedString(number.value()))) : Outcome.REFUSED;
    }

    private static Outcome uint32(ParsedNumber number) {
        return Long.compareUnsigned(number.value(), UINT32_MAX) <= 0 ? unsigned(number) : Outcome.REFUSED;
    }

    private static Outcome bool(@Nullable Boolean value) {
        return value == null ? Outcome.REFUSED : Outcome.of(value);
    }

    /** Makes the object in a runtime of its own, and returns what the table shows of it. */
    private static JsonDocument object(String text) {
        try (Qom qom = Qom.builder().discoverModules().build()) {
            return switch (new ObjectArguments(qom).read(text, WarningSink.IGNORE)) {
                case ObjectArgument.Creation creation ->
                    shown(creation.request().make(new Origin.CommandLine("-object " + text)));
                case ObjectArgument.Help help -> JsonDocument.of(Map.of());
            };
        }
    }

    private static JsonDocument shown(QomObject object) {
        JsonOutputVisitor values = new JsonOutputVisitor();
        values.beginStruct(null);
        for (String name : SHOWN) {
            if (object.findProperty(name) != null) {
                object.get(name, values);
            }
        }
        values.endStruct();
        return values.document();
    }
}
