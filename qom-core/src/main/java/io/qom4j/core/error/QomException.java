// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.error;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: something that was asked of the object model and cannot be done.
 *
 * <p>{@link #getMessage()} is the text that QEMU would send over QMP where QEMU has one; {@link #hints()} says what would
 * be right. Sub-classes name the phase that refused (see the package's page for the tree). Programming errors, such as a
 * null argument, are not of this family.
 *
 * <p>Immutable. QEMU: util/error.c, Error.
 */
public class QomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorClass errorClass;
    private final transient List<String> hints;

    /**
     * Makes a refusal.
     *
     * @param errorClass the class for QMP clients
     * @param message what was wrong, with the value
     * @param hints lines that say what would be right; may be empty
     * @param cause what led to this, or null
     */
    public QomException(ErrorClass errorClass, String message, List<String> hints, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.errorClass = Objects.requireNonNull(errorClass, "errorClass");
        this.hints = List.copyOf(hints);
    }

    /** Makes a refusal of class {@link ErrorClass#GENERIC_ERROR}. */
    public QomException(String message) {
        this(ErrorClass.GENERIC_ERROR, message, List.of(), null);
    }

    /** Returns the class for QMP clients. */
    public final ErrorClass errorClass() {
        return errorClass;
    }

    /** Returns lines that say what would be right, most helpful first; empty if there is nothing to add. */
    public final List<String> hints() {
        return hints == null ? List.of() : hints;
    }

    /** Returns the message followed by each hint on a line of its own. */
    public final String fullText() {
        String message = Objects.requireNonNullElse(getMessage(), "");
        return hints().isEmpty() ? message : message + "\n" + String.join("\n", hints());
    }
}
