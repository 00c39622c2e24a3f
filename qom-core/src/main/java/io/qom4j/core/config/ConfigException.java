// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal to load documents, with everything that is wrong with them.
 *
 * <p>The message is that of the first error, with its place and code. Immutable.
 */
public final class ConfigException extends QomException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * Makes a refusal.
     *
     * @param diagnostics the problems in the order of the text, at least one of them an error
     */
    public ConfigException(List<Diagnostic> diagnostics) {
        this(diagnostics, null);
    }

    /**
     * Makes a refusal that something refused by an object led to.
     *
     * @param diagnostics the problems in the order of the text, at least one of them an error
     * @param cause what the object threw, whose error class is taken over
     */
    public ConfigException(List<Diagnostic> diagnostics, @Nullable QomException cause) {
        super(
                cause == null ? ErrorClass.GENERIC_ERROR : cause.errorClass(),
                message(diagnostics),
                first(diagnostics).help(),
                cause);
        this.diagnostics = List.copyOf(diagnostics);
    }

    private static Diagnostic first(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a refusal needs an error"));
    }

    private static String message(List<Diagnostic> diagnostics) {
        long others = diagnostics.stream().filter(Diagnostic::isError).count() - 1;
        String headline = first(diagnostics).headline();
        return others == 0 ? headline : headline + " (and " + others + (others == 1 ? " more error)" : " more errors)");
    }

    /** Returns what is wrong, in the order of the text; warnings are among it. */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
