// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;

/** A line of the human monitor that does not suit its command. */
final class HmpSyntaxException extends QomException {
    private static final long serialVersionUID = 1L;

    HmpSyntaxException(String message) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(), null);
    }
}
