// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where values written <code>{"$env": "NAME"}</code> come from.
 *
 * <p>Only whole values are replaced, and only if the user of the loader asked for it. Immutable if the look-up is.
 */
final class Environment {
    /** The environment that was not asked for. */
    static final Environment OFF = new Environment(null);

    private static final String MEMBER = "$env";

    private final @Nullable Function<String, @Nullable String> variables;

    private Environment(@Nullable Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    static Environment of(Function<String, @Nullable String> variables) {
        return new Environment(variables);
    }

    /** Tells whether a node refers to a variable. */
    static boolean isReference(JsonDocument document, int node) {
        return document.kind(node) == JsonKind.OBJECT
                && document.childCount(node) == 1
                && MEMBER.equals(document.name(document.firstChild(node)))
                && document.kind(document.firstChild(node)) == JsonKind.STRING;
    }

    /**
     * Returns the text of the variable that a node refers to, or null if it refers to none.
     *
     * @throws CodedException if the variable is not set, or the environment was not asked for
     */
    @Nullable String text(JsonDocument document, int node) {
        if (!isReference(document, node)) {
            return null;
        }
        String name = document.string(document.firstChild(node));
        if (variables == null) {
            throw new CodedException(
                    DiagnosticCode.ENVIRONMENT_OFF,
                    "the value of '" + name + "' in the environment is not to be used here",
                    "values from the environment must be enabled when the document is loaded");
        }
        String text = variables.apply(name);
        if (text == null) {
            throw new CodedException(
                    DiagnosticCode.ENVIRONMENT_UNSET,
                    "'" + name + "' is not set in the environment",
                    "set it, or write the value here");
        }
        return text;
    }
}
