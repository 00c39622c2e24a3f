// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Something that devices are plugged into.
 *
 * <p>As thread-safe as its fields. QEMU: hw/core/bus.c.
 */
public abstract class Bus extends QomObject {
    /** The type's name. */
    public static final String TYPE_NAME = "bus";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, Bus.class)
            .abstractType()
            .classInit(Bus::classInit)
            .description("Something that devices are plugged into")
            .build();

    private volatile boolean isRealized;
    private volatile @Nullable QomObject hotplugHandler;

    Bus() {}

    private static void classInit(ObjectClass oc) {
        oc.addBool("realized", Bus::isRealized, Bus::setRealized);
        oc.addLink("hotplug-handler", "hotplug-handler", QomObject.class, Bus::hotplugHandler, Bus::setHotplugHandler)
                .weak();
    }

    /** Tells whether the bus is ready for devices. */
    public boolean isRealized() {
        return isRealized;
    }

    private void setRealized(boolean realized) {
        isRealized = realized;
    }

    private @Nullable QomObject hotplugHandler() {
        return hotplugHandler;
    }

    private void setHotplugHandler(@Nullable QomObject handler) {
        hotplugHandler = handler;
    }
}
