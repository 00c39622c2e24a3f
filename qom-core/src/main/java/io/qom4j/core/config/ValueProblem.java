// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.config.quantity.QuantityException;
import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.text.IntegerText;
import io.qom4j.core.value.BoolType;
import io.qom4j.core.value.EnumType;
import io.qom4j.core.value.IntType;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.value.SizeType;
import io.qom4j.core.value.StringType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words for refused values: which kind of problem it is, what would be legal, what may have been meant.
 *
 * <p>Thread-safe: it has no state.
 */
final class ValueProblem {
    private ValueProblem() {}

    /** Describes the refusal of a scalar, or of a list or struct that is none. */
    static Diagnostic.Builder describe(
            QomException refusal,
            ValueType type,
            @Nullable Scale scale,
            JsonDocument document,
            int node,
            Problems problems) {
        Diagnostic.Builder problem = Diagnostic.of(code(refusal, type, scale, document, node), message(refusal));
        if (!(refusal instanceof CodedException)) {
            problem.legal(legal(type, scale));
        }
        if (type instanceof EnumType words && document.kind(node) == JsonKind.STRING) {
            problem.nearest(problems.nearest(document.string(node), words.words()));
        } else {
            problem.hints(refusal.hints());
        }
        String repair = scale == null ? repair(type, document, node) : null;
        return repair == null ? problem : problem.hint(repair);
    }

    static Diagnostic.Builder missingMember(String path, ValueType type) {
        return Diagnostic.of(DiagnosticCode.MISSING_MEMBER, "Parameter '" + path + "' is missing")
                .hint("it is " + type.describe());
    }

    static Diagnostic.Builder unknownMember(String path, String name, StructType struct, Problems problems) {
        List<String> legal =
                struct.members().stream().map(StructType.Member::name).toList();
        return Diagnostic.of(DiagnosticCode.UNKNOWN_MEMBER, "Parameter '" + path + "' is unexpected")
                .nearest(problems.nearest(name, legal))
                .legal(struct.describe());
    }

    static String message(QomException refusal) {
        return Objects.requireNonNullElse(refusal.getMessage(), "refused");
    }

    /** Returns what is legal in a phrase. */
    static String legal(ValueType type, @Nullable Scale scale) {
        if (scale == null) {
            return type.describe();
        }
        boolean isNarrow = type instanceof IntType integer
                && (integer.min() > 0 || (integer.max() != Long.MAX_VALUE && integer.max() != -1));
        return isNarrow ? scale.describe() + "; " + type.describe() : scale.describe();
    }

    private static DiagnosticCode code(
            QomException refusal, ValueType type, @Nullable Scale scale, JsonDocument document, int node) {
        if (refusal instanceof CodedException coded) {
            return coded.code();
        }
        if (refusal instanceof QuantityException quantity) {
            return switch (quantity.fault()) {
                case MALFORMED -> DiagnosticCode.MALFORMED_QUANTITY;
                case INEXACT -> DiagnosticCode.INEXACT_QUANTITY;
                case OUT_OF_RANGE -> DiagnosticCode.OUT_OF_RANGE;
            };
        }
        boolean isText = document.kind(node) == JsonKind.STRING || Environment.isReference(document, node);
        if (type instanceof IntType || type instanceof SizeType) {
            boolean isRead = isText ? scale != null : isIntegral(document, node);
            return isRead ? DiagnosticCode.OUT_OF_RANGE : DiagnosticCode.WRONG_KIND;
        }
        return type instanceof EnumType && isText ? DiagnosticCode.UNKNOWN_WORD : DiagnosticCode.WRONG_KIND;
    }

    private static boolean isIntegral(JsonDocument document, int node) {
        return document.kind(node).isNumber()
                && (document.isIntegerText(node) || document.number(node) == Math.rint(document.number(node)));
    }

    /** Returns how to repair a value that has the right text but the wrong JSON kind, or null. */
    private static @Nullable String repair(ValueType type, JsonDocument document, int node) {
        JsonKind kind = document.kind(node);
        if (kind == JsonKind.STRING) {
            String text = document.string(node);
            if (type instanceof BoolType) {
                return switch (text) {
                    case "on", "yes", "true", "y" -> "write true, without quotes";
                    case "off", "no", "false", "n" -> "write false, without quotes";
                    default -> null;
                };
            }
            return type instanceof IntType && IntegerText.int64(text).isOk() && text.length() < 20
                    ? "write " + IntegerText.int64(text).value() + ", without quotes"
                    : null;
        }
        if (type instanceof LinkType && kind == JsonKind.OBJECT) {
            return "give the object an id, describe it under \"objects\" and write the id here";
        }
        boolean isScalar = kind.isNumber() || kind == JsonKind.TRUE || kind == JsonKind.FALSE;
        return isScalar && type instanceof StringType ? "write it in double quotes" : null;
    }
}
