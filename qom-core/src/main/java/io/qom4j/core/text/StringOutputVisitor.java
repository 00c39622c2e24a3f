// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import io.qom4j.core.visit.OutputVisitor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sink that prints one value as a string, for scripts ({@link #plain}) or for people ({@link #human}).
 *
 * <p>The human form adds what helps the eye: {@code 42 (0x2a)}, {@code 2147483648 (2 GiB)}, {@code "text"},
 * {@code <null>}. A list of integers is printed as ascending merged ranges, so printing and reading again sorts it. What has
 * no one-line form, a struct or a list of anything but integers, is printed as {@code <omitted>}. Unsigned values above
 * 2^63-1 print as negative, as in QEMU; sizes do not.
 *
 * <p>Confined to one thread. QEMU: qapi/string-output-visitor.c.
 */
public final class StringOutputVisitor implements OutputVisitor {
    private static final String OMITTED = "<omitted>";

    private final boolean human;
    private String text = "";
    private int structs;
    private int lists;
    private boolean omitted;
    private long[] elements = new long[8];
    private int count;

    private StringOutputVisitor(boolean human) {
        this.human = human;
    }

    /** Makes a sink for the plain form, which {@link StringInputVisitor} reads. */
    public static StringOutputVisitor plain() {
        return new StringOutputVisitor(false);
    }

    /** Makes a sink for the form that people read. */
    public static StringOutputVisitor human() {
        return new StringOutputVisitor(true);
    }

    /** Returns what was written; empty if nothing was. */
    public String text() {
        return text;
    }

    @Override
    public void writeBool(@Nullable String name, boolean value) {
        set(value ? "true" : "false");
    }

    @Override
    public void writeInt64(@Nullable String name, long value) {
        if (lists > 0) {
            add(value);
        } else {
            set(human ? value + " (0x" + Long.toHexString(value) + ")" : Long.toString(value));
        }
    }

    @Override
    public void writeUint64(@Nullable String name, long value) {
        writeInt64(name, value);
    }

    @Override
    public void writeSize(@Nullable String name, long value) {
        if (lists > 0) {
            add(value);
        } else {
            String bytes = Long.toUnsignedString(value);
            set(human ? bytes + " (" + SizeText.format(value) + ")" : bytes);
        }
    }

    @Override
    public void writeNumber(@Nullable String name, double value) {
        set(Double.isFinite(value) ? NumberText.format(value) : Double.toString(value));
    }

    @Override
    public void writeString(@Nullable String name, @Nullable String value) {
        if (human) {
            set(value == null ? "<null>" : '"' + value + '"');
        } else {
            set(value == null ? "" : value);
        }
    }

    @Override
    public void writeNull(@Nullable String name) {
        set(human ? "<null>" : "");
    }

    /** Writes a scalar by its type; a list or map is omitted. */
    @Override
    public void writeAny(@Nullable String name, @Nullable Object value) {
        switch (value) {
            case null -> writeNull(name);
            case Boolean b -> writeBool(name, b);
            case Long l -> writeInt64(name, l);
            case Integer i -> writeInt64(name, i);
            case Double d -> writeNumber(name, d);
            case String s -> writeString(name, s);
            case java.math.BigInteger b -> writeUint64(name, b.longValue());
            default -> omit();
        }
    }

    @Override
    public void beginStruct(@Nullable String name) {
        structs++;
        omit();
    }

    @Override
    public void endStruct() {
        if (--structs < 0) {
            throw new IllegalStateException("no struct is open");
        }
    }

    @Override
    public void beginList(@Nullable String name) {
        if (++lists > 1) {
            omit();
        }
        count = 0;
    }

    @Override
    public void endList() {
        if (--lists < 0) {
            throw new IllegalStateException("no list is open");
        }
        if (lists == 0 && !omitted && structs == 0) {
            long[] values = Arrays.copyOf(elements, count);
            String ranges = IntegerListText.format(values, false);
            text = human && count > 0 ? ranges + " (" + IntegerListText.format(values, true) + ")" : ranges;
        }
    }

    private void set(String value) {
        if (lists > 0) {
            omit();
        } else if (!omitted) {
            text = value;
        }
    }

    private void add(long value) {
        if (count == elements.length) {
            elements = Arrays.copyOf(elements, 2 * count);
        }
        elements[count++] = value;
    }

    private void omit() {
        omitted = true;
        text = OMITTED;
    }
}
