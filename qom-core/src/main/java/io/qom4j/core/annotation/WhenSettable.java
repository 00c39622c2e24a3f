// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.property.Settable;

/**
 * When an annotated property can be set; an explicit declaration can give rules of its own.
 *
 * <p>Immutable.
 */
public enum WhenSettable {
    /** At any time. */
    ALWAYS,

    /** Until the complete hook of the user-creatable object has run. */
    UNTIL_COMPLETE;

    Settable rule() {
        return switch (this) {
            case ALWAYS -> Settable.ALWAYS;
            case UNTIL_COMPLETE -> Settable.untilComplete();
        };
    }
}
