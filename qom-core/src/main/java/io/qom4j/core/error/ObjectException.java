// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in an object's life: creating, completing, adding to the tree, deleting.
 *
 * <p>Immutable.
 */
public final class ObjectException extends QomException {
    private static final long serialVersionUID = 1L;

    /** Makes a refusal of class {@link ErrorClass#GENERIC_ERROR} without hints. */
    public ObjectException(String message) {
        super(message);
    }

    /** Makes a refusal; see {@link QomException#QomException(ErrorClass, String, List, Throwable)}. */
    public ObjectException(ErrorClass errorClass, String message, List<String> hints, @Nullable Throwable cause) {
        super(errorClass, message, hints, cause);
    }

    /** Makes a refusal of class {@link ErrorClass#GENERIC_ERROR} with hints. */
    public ObjectException(String message, String... hints) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(hints), null);
    }
}
