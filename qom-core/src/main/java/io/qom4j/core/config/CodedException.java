// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.error.ValueException;

/**
 * A refusal of a value that knows which kind of problem it is.
 *
 * <p>Immutable.
 */
final class CodedException extends ValueException {
    private static final long serialVersionUID = 1L;

    private final DiagnosticCode code;

    CodedException(DiagnosticCode code, String message, String... hints) {
        super(message, hints);
        this.code = code;
    }

    DiagnosticCode code() {
        return code;
    }
}
