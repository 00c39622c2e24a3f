// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.core.property.Origin;

/** Values that a person gave at the human monitor. Immutable. */
enum HmpOrigin implements Origin {
    HUMAN_MONITOR;

    @Override
    public String describe() {
        return "human monitor";
    }
}
