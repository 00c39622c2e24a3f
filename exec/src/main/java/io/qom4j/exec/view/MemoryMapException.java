// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;

/**
 * A refusal to make a flat view: the regions lead round in a circle, or to more pieces than can be.
 *
 * <p>Views stay what they were; the regions stay as they are, for whoever changed them to put right. Immutable.
 */
public final class MemoryMapException extends QomException {
    private static final long serialVersionUID = 1L;

    MemoryMapException(String message, String hint) {
        super(ErrorClass.GENERIC_ERROR, message, List.of(hint), null);
    }
}
