// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.UserCreatable;

/** Anything in the workshop. */
abstract class Part extends QomObject implements UserCreatable {
    private String label = "";
    private boolean isSpare;

    static void classInit(ObjectClass oc) {
        oc.addString("label", (Part p) -> p.label, (Part p, String v) -> p.label = v)
                .description("What stands on it");
        oc.addBool("spare", (Part p) -> p.isSpare, (Part p, boolean v) -> p.isSpare = v)
                .description("Kept for bad times")
                .defaultValue(false);
    }
}
