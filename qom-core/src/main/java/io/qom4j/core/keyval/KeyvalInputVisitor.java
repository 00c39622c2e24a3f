// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.DocumentInputVisitor;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.NumberText;
import io.qom4j.core.text.ParsedNumber;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.text.WarningSink;
import org.jspecify.annotations.Nullable;

/**
 * A visitor over a {@link Keyval} tree, which has nothing but strings at its leaves.
 *
 * <p>Scalars are read from text: integers by C's rules, sizes with suffixes, booleans as one of eight words. In texts an
 * element is called {@code host-nodes.0}. Confined to one thread. QEMU: qapi/qobject-input-visitor.c, keyval flavour.
 */
public final class KeyvalInputVisitor extends DocumentInputVisitor {
    private final WarningSink warnings;

    /**
     * Makes a visitor over a whole tree.
     *
     * @param warnings is told of deprecated forms of sizes
     */
    public KeyvalInputVisitor(JsonDocument tree, WarningSink warnings) {
        super(tree, JsonDocument.ROOT);
        this.warnings = warnings;
    }

    @Override
    protected String indexInPath(int index) {
        return "." + index;
    }

    @Override
    public boolean readBool(@Nullable String name) {
        Boolean value = BooleanText.parse(scalar(name));
        if (value == null) {
            throw expects(name, "'on' or 'off'");
        }
        return value;
    }

    @Override
    public long readInt64(@Nullable String name) {
        return integer(name, IntegerText.int64(scalar(name)));
    }

    /** Reads an unsigned 64-bit integer; a minus sign counts modulo 2^64. */
    @Override
    public long readUint64(@Nullable String name) {
        return integer(name, IntegerText.uint64(scalar(name)));
    }

    @Override
    public long readSize(@Nullable String name) {
        ParsedNumber size = SizeText.parse(scalar(name), warnings);
        if (!size.isOk()) {
            throw expects(name, "size");
        }
        return size.value();
    }

    @Override
    public double readNumber(@Nullable String name) {
        double value = NumberText.parse(scalar(name));
        if (Double.isNaN(value)) {
            throw wrongType(name, "number");
        }
        return value;
    }

    @Override
    public String readString(@Nullable String name) {
        return scalar(name);
    }

    /** Refuses: text cannot say null. */
    @Override
    public void readNull(@Nullable String name) {
        take(name);
        throw wrongType(name, "null");
    }

    private String scalar(@Nullable String name) {
        int node = take(name);
        if (document().kind(node) != JsonKind.STRING) {
            throw new ValueException("Parameters '" + path(name) + ".*' are unexpected");
        }
        return document().string(node);
    }

    private long integer(@Nullable String name, ParsedNumber number) {
        if (!number.isOk()) {
            throw expects(name, "integer");
        }
        return number.value();
    }

    private ValueException expects(@Nullable String name, String what) {
        return new ValueException("Parameter '" + path(name) + "' expects " + what);
    }
}
