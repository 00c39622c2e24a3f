// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.ClassKey;
import io.qom4j.core.InterfaceClass;

/** An interface type by annotation. */
@QomType(name = "resettable")
interface Resettable {
    ClassKey<String> KEY = ClassKey.of("reset", String.class);

    @ClassInit
    static void init(InterfaceClass ic) {
        ic.put(KEY, "interface");
    }
}
