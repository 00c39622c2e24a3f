// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.config.quantity.Scale;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.Warning;
import io.qom4j.core.value.ListType;
import io.qom4j.core.value.StructType;
import io.qom4j.core.value.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The check of values against their properties' types, without side effects.
 *
 * <p>Plainly legal values are seen to be so on the tape. Everything else is read just as it will be when it is set; each part
 * of a list or struct that is refused becomes a problem of its own. Confined to one thread.
 */
final class ValueCheck {
    private final Problems problems;
    private final ConfigInputVisitor visitor;
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<Property, PlainRule> rules = new HashMap<>();

    ValueCheck(Problems problems, Environment environment) {
        this.problems = problems;
        this.visitor = new ConfigInputVisitor(JsonDocument.of(null), environment, warnings::add);
    }

    /** Returns what is legal for a property at first sight. */
    PlainRule rule(Property property) {
        return rules.computeIfAbsent(property, each -> PlainRule.of(each.type()));
    }

    /** Checks the value of a property; returns whether it is legal. */
    boolean check(Property property, Source source, int node) {
        if (source.reading() == null && rule(property).admits(source.document(), node)) {
            return true;
        }
        Property present = ClassFacts.present(property);
        ObjectSource.Reading reading = source.reading();
        if (reading != null) {
            return readsWell(present, source, node, () -> present.check(reading.at(node), property.name()));
        }
        boolean legal = check(present, present.type(), source, node, property.name());
        warnings.clear();
        return legal
                && readsWell(present, source, node, () -> present.check(at(source, node, present), property.name()));
    }

    private ConfigInputVisitor at(Source source, int node, @Nullable Property property) {
        return visitor.at(source.document(), node, property);
    }

    /** Checks a value, or a part of one that has no property of its own, called by its path. */
    private boolean check(@Nullable Property property, ValueType type, Source source, int node, String path) {
        JsonDocument document = source.document();
        if (type instanceof ListType list && document.kind(node) == JsonKind.ARRAY) {
            return checkElements(list, source, node, path);
        }
        if (type instanceof StructType struct
                && document.kind(node) == JsonKind.OBJECT
                && !Environment.isReference(document, node)) {
            return checkMembers(struct, source, node, path);
        }
        try {
            type.read(at(source, node, property), path);
            return true;
        } catch (ValueException e) {
            Scale scale = property == null ? null : Scale.of(property);
            problems.at(source, node, ValueProblem.describe(e, type, scale, document, node, problems));
            return false;
        }
    }

    private boolean checkElements(ListType list, Source source, int node, String path) {
        JsonDocument document = source.document();
        boolean legal = true;
        PlainRule plain = PlainRule.of(list.element());
        int index = 0;
        for (int each = document.firstChild(node); each < document.end(node); each = document.end(each), index++) {
            if (!plain.admits(document, each)) {
                legal &= check(null, list.element(), source, each, path + "[" + index + "]");
            }
        }
        return legal;
    }

    private boolean checkMembers(StructType struct, Source source, int node, String path) {
        JsonDocument document = source.document();
        boolean legal = true;
        for (StructType.Member member : struct.members()) {
            int value = document.member(node, member.name());
            String name = path + "." + member.name();
            if (value >= 0) {
                legal &= PlainRule.of(member.type()).admits(document, value)
                        || check(null, member.type(), source, value, name);
            } else if (!member.isOptional()) {
                problems.at(source, node, ValueProblem.missingMember(name, member.type()));
                legal = false;
            }
        }
        List<String> names =
                struct.members().stream().map(StructType.Member::name).toList();
        for (int each = document.firstChild(node); each < document.end(node); each = document.end(each)) {
            String name = Objects.requireNonNull(document.name(each));
            if (!names.contains(name)) {
                problems.atName(source, each, ValueProblem.unknownMember(path + "." + name, name, struct, problems));
                legal = false;
            }
        }
        return legal;
    }

    /** Reads a value as a whole, for rules that its parts do not show. */
    private boolean readsWell(Property property, Source source, int node, Runnable reading) {
        try {
            reading.run();
        } catch (QomException e) {
            Diagnostic.Builder problem = source.reading() == null
                    ? Diagnostic.of(DiagnosticCode.REFUSED_VALUE, ValueProblem.message(e))
                            .legal(property.type().describe())
                            .hints(e.hints())
                    : ValueProblem.describe(e, property.type(), null, source.document(), node, problems);
            problems.at(source, node, problem);
            warnings.clear();
            return false;
        }
        for (Warning warning : warnings) {
            problems.at(
                    source,
                    node,
                    Diagnostic.of(DiagnosticCode.DEPRECATED_SIZE, warning.message())
                            .hints(warning.hints()));
        }
        warnings.clear();
        return true;
    }
}
