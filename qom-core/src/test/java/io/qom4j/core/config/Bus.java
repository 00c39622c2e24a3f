// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import org.jspecify.annotations.Nullable;

/** What drives hang on; it may boot from one. */
final class Bus extends Part {
    private @Nullable Drive boot;
    private @Nullable Bus upstream;
    private @Nullable QomObject any;

    static void classInit(ObjectClass oc) {
        oc.addLink("boot", "drive", Drive.class, (Bus b) -> b.boot, (Bus b, @Nullable Drive v) -> b.boot = v);
        oc.addLink("upstream", "bus", Bus.class, (Bus b) -> b.upstream, (Bus b, @Nullable Bus v) -> b.upstream = v);
        oc.addLink("any", "object", QomObject.class, (Bus b) -> b.any, (Bus b, @Nullable QomObject v) -> b.any = v)
                .weak();
    }
}
