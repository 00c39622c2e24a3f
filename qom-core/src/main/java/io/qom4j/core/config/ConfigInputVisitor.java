// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.DocumentInputVisitor;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.text.NumberText;
import io.qom4j.core.text.ParsedNumber;
import io.qom4j.core.text.WarningSink;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A visitor over one value of a configuration document, moved from value to value.
 *
 * <p>Beside what JSON gives it takes quantities as text where the property has a scale, whole numbers written with a point or
 * an exponent, and texts from the environment. Negative numbers are refused where unsigned ones are asked for.
 * Confined to one thread.
 */
final class ConfigInputVisitor extends DocumentInputVisitor {
    private static final double LIMIT = 0x1p64;

    private final Environment environment;
    private final WarningSink warnings;
    private int top;
    private @Nullable Property property;
    private @Nullable String linkPath;

    ConfigInputVisitor(JsonDocument document, Environment environment, WarningSink warnings) {
        super(document, JsonDocument.ROOT);
        this.environment = environment;
        this.warnings = warnings;
    }

    /** Moves to a value of a property; null if it is only a part of one, which has no scale. */
    ConfigInputVisitor at(JsonDocument document, int node, @Nullable Property newProperty) {
        stand(document, node);
        top = node;
        property = newProperty;
        linkPath = null;
        return this;
    }

    /** Moves to a link whose target is known. */
    ConfigInputVisitor at(JsonDocument document, int node, Property newProperty, String path) {
        at(document, node, newProperty);
        linkPath = path;
        return this;
    }

    @Override
    protected String indexInPath(int index) {
        return "[" + index + "]";
    }

    @Override
    public boolean readBool(@Nullable String name) {
        int node = take(name);
        JsonKind kind = document().kind(node);
        if (kind == JsonKind.TRUE || kind == JsonKind.FALSE) {
            return kind == JsonKind.TRUE;
        }
        String text = environment.text(document(), node);
        if (text == null) {
            throw wrongType(name, "boolean");
        }
        Boolean value = BooleanText.parse(text);
        if (value == null) {
            throw new ValueException("Parameter '" + path(name) + "' expects 'on' or 'off'");
        }
        return value;
    }

    @Override
    public long readInt64(@Nullable String name) {
        int node = take(name);
        if (document().kind(node) == JsonKind.INT64) {
            return document().int64(node);
        }
        BigInteger whole = whole(node);
        if (whole != null && whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        String text = quantityText(node);
        Scale scale = scale(node);
        if (text != null && scale != null) {
            long value = scale.parse(text, path(name), warnings);
            if (value < 0) {
                throw new ValueException("Parameter '" + path(name) + "' expects int64");
            }
            return value;
        }
        if (text == null || document().kind(node) == JsonKind.STRING) {
            throw wrongType(name, "integer");
        }
        return integer(IntegerText.int64(text), name, "int64");
    }

    @Override
    public long readUint64(@Nullable String name) {
        return uint64(take(name), name, null);
    }

    private long uint64(int node, @Nullable String name, @Nullable Scale typeScale) {
        JsonKind kind = document().kind(node);
        if (kind == JsonKind.UINT64 || (kind == JsonKind.INT64 && document().int64(node) >= 0)) {
            return document().int64(node);
        }
        BigInteger whole = whole(node);
        if (whole != null && whole.signum() >= 0 && whole.bitLength() <= Long.SIZE) {
            return whole.longValue();
        }
        String text = quantityText(node);
        Scale scale = typeScale == null ? scale(node) : typeScale;
        if (text != null && scale != null) {
            return scale.parse(text, path(name), warnings);
        }
        if (text == null || kind == JsonKind.STRING) {
            throw new ValueException("Parameter '" + path(name) + "' expects uint64");
        }
        return integer(IntegerText.unsigned(text), name, "uint64");
    }

    private long integer(ParsedNumber number, @Nullable String name, String expected) {
        if (!number.isOk()) {
            throw new ValueException("Parameter '" + path(name) + "' expects " + expected);
        }
        return number.value();
    }

    @Override
    public long readSize(@Nullable String name) {
        return uint64(take(name), name, Scale.BYTES);
    }

    @Override
    public double readNumber(@Nullable String name) {
        int node = take(name);
        if (document().kind(node).isNumber()) {
            return document().number(node);
        }
        String text = environment.text(document(), node);
        double value = text == null ? Double.NaN : NumberText.parse(text);
        if (Double.isNaN(value)) {
            throw wrongType(name, "number");
        }
        return value;
    }

    @Override
    public String readString(@Nullable String name) {
        int node = take(name);
        if (linkPath != null && node == top) {
            return linkPath;
        }
        if (document().kind(node) == JsonKind.STRING) {
            return document().string(node);
        }
        String text = environment.text(document(), node);
        if (text == null) {
            throw wrongType(name, "string");
        }
        return text;
    }

    @Override
    public void readNull(@Nullable String name) {
        if (document().kind(take(name)) != JsonKind.NULL) {
            throw wrongType(name, "null");
        }
    }

    @Override
    public @Nullable Object readAny(@Nullable String name) {
        int node = take(name);
        String text = environment.text(document(), node);
        return text != null ? text : document().toJava(node);
    }

    /** Returns the text of a string or of a variable of the environment, or null. */
    private @Nullable String quantityText(int node) {
        return document().kind(node) == JsonKind.STRING ? document().string(node) : environment.text(document(), node);
    }

    private @Nullable Scale scale(int node) {
        return property == null || node != top ? null : Scale.of(property);
    }

    /** Returns a whole number that was written with a point or an exponent, exactly; null if the node is no such number. */
    private @Nullable BigInteger whole(int node) {
        if (document().kind(node) != JsonKind.REAL || document().isIntegerText(node)) {
            return null;
        }
        double nearest = document().number(node);
        if (nearest != Math.rint(nearest) || Math.abs(nearest) > LIMIT) {
            return null;
        }
        BigDecimal exact = document().decimal(node).stripTrailingZeros();
        return exact.scale() <= 0 ? exact.toBigInteger() : null;
    }
}
