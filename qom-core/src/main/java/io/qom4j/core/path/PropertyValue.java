// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.StringOutputVisitor;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import io.qom4j.core.visit.SingleValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A property's value at the moment of a comparison.
 *
 * <p>Immutable.
 *
 * @param type the property's true type
 * @param value the value: Boolean, BigDecimal or String
 */
record PropertyValue(ValueType type, Object value) {
    /**
     * Reads a property.
     *
     * @throws io.qom4j.core.error.QomException if its getter refuses, or it is a struct
     */
    static PropertyValue of(QomObject object, Property property) {
        ValueType type = property.type();
        if (type instanceof ListType) {
            StringOutputVisitor text = StringOutputVisitor.plain();
            property.get(object, text, property.name());
            return new PropertyValue(type, text.text());
        }
        if (type instanceof StructType) {
            throw new ValueException("is a struct, which a query cannot compare");
        }
        SingleValue.Output single = SingleValue.output();
        property.get(object, single, property.name());
        return new PropertyValue(type, comparable(type, single.value()));
    }

    private static Object comparable(ValueType type, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean bool -> bool;
            case Long integer -> isSigned(type) ? BigDecimal.valueOf(integer) : unsigned(integer);
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : number.toString();
            default -> value.toString();
        };
    }

    private static BigDecimal unsigned(long integer) {
        return new BigDecimal(new BigInteger(Long.toUnsignedString(integer)));
    }

    private static boolean isSigned(ValueType type) {
        return type instanceof IntType integer ? integer.isSigned() : !(type instanceof SizeType);
    }

    /**
     * Tells whether a comparison holds.
     *
     * @throws ValueException if it makes no sense
     */
    boolean compare(Operator operator, Operand operand) {
        if (operator == Operator.LIKE) {
            return operand.glob().matches(text());
        }
        return operator.holdsFor(
                switch (value) {
                    case Boolean bool -> order(bool, operator, operand);
                    case BigDecimal number -> order(number, operand);
                    default -> order(value.toString(), operator, operand);
                });
    }

    private int order(boolean bool, Operator operator, Operand operand) {
        Boolean other = operand.bool();
        if (operator.needsOrder()) {
            throw new ValueException("is a boolean, which is neither greater nor less than another; use = or !=");
        }
        if (other == null) {
            throw misfit(operand);
        }
        return Boolean.compare(bool, other);
    }

    private int order(BigDecimal number, Operand operand) {
        BigDecimal other = operand.number();
        if (other == null) {
            throw misfit(operand);
        }
        return number.compareTo(other);
    }

    /** Compares as numbers what are two numbers, for 9 is less than 10, and everything else as text. */
    private static int order(String text, Operator operator, Operand operand) {
        BigDecimal other = operand.number();
        if (!operator.needsOrder() || other == null) {
            return text.compareTo(operand.text());
        }
        BigDecimal number = new Operand(text).number();
        if (number == null) {
            throw new ValueException("is the text '" + text + "', and '" + operand.text() + "' is a number");
        }
        return number.compareTo(other);
    }

    private ValueException misfit(Operand operand) {
        return new ValueException("holds " + type.describe() + ", and '" + operand.text() + "' is none");
    }

    /** Returns the value as a pattern sees it. */
    private String text() {
        return switch (value) {
            case Boolean bool -> bool ? "on" : "off";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
