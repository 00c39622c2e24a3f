// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.quantity;

import io.qom4j.core.property.Property;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.SizeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a quantity of a property counts, and with which units it may be written: sizes, durations, frequencies.
 *
 * <p>A property of type size has {@link #BYTES}; an integer property has the scale that its unit names, if any. Text is
 * converted exactly, without floating point: what is no whole number of the scale's own unit is refused, as is what does not
 * fit 64 bits. A number without a unit is allowed for sizes alone. Sizes follow QEMU's grammar (see
 * {@link io.qom4j.core.text.SizeText}) but for that, with four digits behind the point at most.
 *
 * <p>Immutable.
 */
public enum Scale {
    /** Bytes, as {@code 4096}, {@code 4k}, {@code 1.5G}; suffixes are powers of 1024 in either case. */
    BYTES("bytes", "a size"),
    /** Nanoseconds, as {@code 10ns}, {@code 1.5ms}, {@code 2s}, {@code 5min}. */
    NANOSECONDS("ns", "a duration"),
    /** Microseconds. */
    MICROSECONDS("us", "a duration"),
    /** Milliseconds. */
    MILLISECONDS("ms", "a duration"),
    /** Seconds. */
    SECONDS("s", "a duration"),
    /** Hertz, as {@code 32768Hz}, {@code 62.5MHz}. */
    HERTZ("Hz", "a frequency"),
    /** Kilohertz. */
    KILOHERTZ("kHz", "a frequency"),
    /** Megahertz. */
    MEGAHERTZ("MHz", "a frequency");

    private static final String SIZE_SUFFIXES = "bkmgtpe";
    private static final int SIZE_DECIMALS = 4;
    private static final long MINUTE = 60_000_000_000L;

    private final String unit;
    private final String noun;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Suffix> suffixes;

    Scale(String unit, String noun) {
        this.unit = unit;
        this.noun = noun;
        this.suffixes = switch (noun) {
            case "a size" -> sizes();
            case "a duration" ->
                decimal(
                        unit,
                        "ns",
                        1L,
                        "us",
                        1_000L,
                        "ms",
                        1_000_000L,
                        "s",
                        1_000_000_000L,
                        "min",
                        MINUTE,
                        "h",
                        60 * MINUTE);
            default -> decimal(unit, "Hz", 1L, "kHz", 1_000L, "MHz", 1_000_000L, "GHz", 1_000_000_000L);
        };
    }

    private static List<Suffix> sizes() {
        List<Suffix> all = new ArrayList<>();
        all.add(new Suffix("", 1, 0));
        for (int i = 0; i < SIZE_SUFFIXES.length(); i++) {
            all.add(new Suffix(SIZE_SUFFIXES.substring(i, i + 1), 1L << (10 * i), i == 0 ? 0 : SIZE_DECIMALS));
        }
        return List.copyOf(all);
    }

    /** Returns the units that are no finer than the scale's own. */
    private static List<Suffix> decimal(String unit, Object... textsAndFactors) {
        List<Suffix> all = new ArrayList<>();
        long own = 0;
        for (int i = 0; i < textsAndFactors.length; i += 2) {
            String text = (String) textsAndFactors[i];
            long factor = (Long) textsAndFactors[i + 1];
            own = text.equals(unit) ? factor : own;
            if (own > 0) {
                all.add(new Suffix(text, factor / own, trailingZeros(factor / own)));
            }
        }
        return List.copyOf(all);
    }

    private static int trailingZeros(long number) {
        int zeros = 0;
        for (long rest = number; rest % 10 == 0; rest /= 10) {
            zeros++;
        }
        return zeros;
    }

    /** Returns the scale of a property's values, or null if they count nothing that has units. */
    public static @Nullable Scale of(Property property) {
        if (property.type() instanceof SizeType) {
            return BYTES;
        }
        String unit = property.unit();
        if (unit != null && property.type() instanceof IntType) {
            for (Scale each : values()) {
                if (each.unit.equals(unit)) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Returns the unit that plain numbers count, for example {@code ns}. */
    public String unit() {
        return unit;
    }

    /** Returns the units that may be written, the smallest first. */
    public List<Suffix> suffixes() {
        return suffixes;
    }

    /** Returns what is legal in a phrase. */
    public String describe() {
        return switch (this) {
            case BYTES -> "a size in bytes: a number, or text with a suffix, such as 4096, \"4k\" or \"1.5G\"";
            case NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, HERTZ, KILOHERTZ, MEGAHERTZ ->
                noun + ": a number of " + unit + ", or text with a unit ("
                        + String.join(", ", suffixes.stream().map(Suffix::text).toList()) + "), such as \""
                        + example() + "\"";
        };
    }

    /** Returns what such a quantity is called: {@code a size}. */
    public String noun() {
        return noun;
    }

    private String example() {
        Suffix coarse = suffixes.get(Math.min(2, suffixes.size() - 1));
        return (coarse.decimals() > 0 ? "1.5" : "15") + coarse.text();
    }

    /**
     * Reads a quantity that fills the text.
     *
     * @param text for example {@code 1.5G}
     * @param parameter the parameter's path, for the messages
     * @param warnings is told of deprecated forms
     * @return the number of the scale's own units, unsigned
     * @throws QuantityException if the text is no such quantity, not exact, or too large
     */
    public long parse(String text, String parameter, WarningSink warnings) {
        return new QuantityReader(this, text, parameter, warnings).read();
    }

    /** Returns the suffix that is written like this, or null. */
    @Nullable Suffix find(String text) {
        for (Suffix each : suffixes) {
            if (this == BYTES ? each.text().equalsIgnoreCase(text) : each.text().equals(text)) {
                return each;
            }
        }
        return null;
    }
}
