// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal by guest RAM: a block cannot be made, resized, found, discarded or written back.
 *
 * <p>When the host refused, the cause is its {@link io.qom4j.exec.host.HostException}. Immutable.
 */
public final class RamException extends QomException {
    private static final long serialVersionUID = 1L;

    /** Makes a refusal with hints: lines that say what would be right. */
    public RamException(String message, String... hints) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(hints), null);
    }

    /** Makes a refusal that something else led to. */
    public RamException(String message, List<String> hints, @Nullable Throwable cause) {
        super(ErrorClass.GENERIC_ERROR, message, hints, cause);
    }
}
