// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal to serve on an address.
 *
 * <p>Immutable.
 */
public final class ServerException extends QomException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a refusal.
     *
     * @param message what was wrong, with the address
     * @param hint what would be right
     * @param cause what the system said, or null
     */
    public ServerException(String message, String hint, @Nullable Throwable cause) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(hint), cause);
    }
}
