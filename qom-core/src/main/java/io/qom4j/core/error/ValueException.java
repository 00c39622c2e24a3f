// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of a value: it has the wrong type, is out of range, or is not one of the legal words.
 *
 * <p>Immutable. A text with places, such as JSON, has a sub-class that tells them.
 */
public class ValueException extends QomException {
    private static final long serialVersionUID = 1L;

    /** Makes a refusal of class {@link ErrorClass#GENERIC_ERROR} without hints. */
    public ValueException(String message) {
        super(message);
    }

    /** Makes a refusal; see {@link QomException#QomException(ErrorClass, String, List, Throwable)}. */
    public ValueException(ErrorClass errorClass, String message, List<String> hints, @Nullable Throwable cause) {
        super(errorClass, message, hints, cause);
    }

    /** Makes a refusal of class {@link ErrorClass#GENERIC_ERROR} with hints. */
    public ValueException(String message, String... hints) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(hints), null);
    }
}
