// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal by a property: it does not exist, cannot be read or written, or cannot be set any more.
 *
 * <p>Immutable.
 */
public final class PropertyException extends QomException {
    private static final long serialVersionUID = 1L;

    /** Makes a refusal of class {@link ErrorClass#GENERIC_ERROR} without hints. */
    public PropertyException(String message) {
        super(message);
    }

    /** Makes a refusal; see {@link QomException#QomException(ErrorClass, String, List, Throwable)}. */
    public PropertyException(ErrorClass errorClass, String message, List<String> hints, @Nullable Throwable cause) {
        super(errorClass, message, hints, cause);
    }

    /** Makes a refusal of class {@link ErrorClass#GENERIC_ERROR} with hints. */
    public PropertyException(String message, String... hints) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(hints), null);
    }
}
