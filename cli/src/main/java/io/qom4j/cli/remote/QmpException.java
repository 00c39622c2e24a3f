// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.remote;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that cannot be talked to, or that refuses a command.
 *
 * <p>Immutable.
 */
public final class QmpException extends QomException {
    private static final long serialVersionUID = 1L;

    QmpException(String message, @Nullable Throwable cause, String... hints) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(hints), cause);
    }
}
