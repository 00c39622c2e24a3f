// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.ParsedNumber;
import java.util.List;

/**
 * A walk over the values of a repeated option, of which each may be a range of integers.
 *
 * <p>Confined to one thread. QEMU: qapi/opts-visitor.c, list modes.
 */
final class OptionElements {
    private static final int LONGEST_RANGE = 65536;

    private final String name;
    private final List<String> values;
    private int at = -1;
    private boolean taken = true;
    private boolean inRange;
    private boolean signedRange;
    private long next;
    private long last;

    OptionElements(String name, List<String> values) {
        this.name = name;
        this.values = values;
    }

    String name() {
        return name;
    }

    boolean advance() {
        if (inRange) {
            return true;
        }
        if (taken && at < values.size()) {
            at++;
            taken = false;
        }
        return at < values.size();
    }

    /** Returns the value at hand as it is. */
    String text() {
        if (at < 0) {
            throw new IllegalStateException("nextElement was not called before the first element");
        }
        if (at >= values.size() || taken) {
            throw new ValueException("Parameter '" + name + "' has only " + values.size() + " elements");
        }
        taken = true;
        return values.get(at);
    }

    long integer(boolean signed) {
        if (!inRange) {
            begin(text(), signed);
        } else if (signed != signedRange) {
            throw refusal(name, signed, true);
        }
        inRange = next != last;
        return next++;
    }

    void requireAllRead() {
        int count = taken ? at + 1 : at;
        if (inRange || count < values.size()) {
            throw new ValueException("Only " + Math.max(count, 0) + " list elements expected in " + name);
        }
    }

    /** Reads an integer that fills the text and is no range. */
    static long scalar(String name, String text, boolean signed) {
        ParsedNumber number = signed ? IntegerText.int64(text) : IntegerText.unsigned(text);
        if (!number.isOk()) {
            throw refusal(name, signed, false);
        }
        return number.value();
    }

    private void begin(String text, boolean signed) {
        ParsedNumber start = scan(text, 0, signed);
        ParsedNumber end = start;
        if (start.isOk() && text.startsWith("-", start.end())) {
            end = scan(text, start.end() + 1, signed);
        }
        boolean whole = start.isOk() && end.isOk() && end.end() == text.length();
        int order =
                signed ? Long.compare(start.value(), end.value()) : Long.compareUnsigned(start.value(), end.value());
        if (!whole || order > 0 || Long.compareUnsigned(end.value() - start.value(), LONGEST_RANGE) >= 0) {
            throw refusal(name, signed, true);
        }
        next = start.value();
        last = end.value();
        signedRange = signed;
    }

    private static ParsedNumber scan(String text, int from, boolean signed) {
        return signed ? IntegerText.scanInt64(text, from) : IntegerText.scanUnsigned(text, from);
    }

    private static ValueException refusal(String name, boolean signed, boolean inList) {
        String type = signed ? "an int64 value" : "a uint64 value";
        return new ValueException("Parameter '" + name + "' expects " + type + (inList ? " or range" : ""));
    }
}
