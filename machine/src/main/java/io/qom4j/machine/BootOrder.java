// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import static io.qom4j.core.property.StructCodec.member;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.StructCodec;
import io.qom4j.core.value.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a machine's firmware shall start from: the machine's property {@code boot}.
 *
 * <p>Confined by the machine. QEMU: hw/core/machine.c; qapi/machine.json, BootConfiguration.
 */
final class BootOrder {
    static final StructCodec CODEC = StructCodec.of(
            "BootConfiguration",
            member("order", ValueType.string()),
            member("once", ValueType.string()),
            member("menu", ValueType.bool()),
            member("splash", ValueType.string()),
            member("splash-time", ValueType.signed(Long.SIZE)),
            member("reboot-timeout", ValueType.signed(Long.SIZE)),
            member("strict", ValueType.bool()));

    private static final char FIRST = 'a';
    private static final char LAST = 'p';

    private BootOrder() {}

    /** Returns the configuration with the order filled in; refuses what is no order of devices. */
    static Map<String, Object> checked(Map<String, Object> wanted) {
        Map<String, Object> complete = new LinkedHashMap<>(wanted);
        complete.putIfAbsent("order", "");
        checkDevices((String) complete.get("order"));
        checkDevices((String) complete.getOrDefault("once", ""));
        return Map.copyOf(complete);
    }

    private static void checkDevices(String devices) {
        int seen = 0;
        for (int i = 0; i < devices.length(); i++) {
            char device = devices.charAt(i);
            if (device < FIRST || device > LAST) {
                throw new ValueException(
                        "Invalid boot device '" + device + "'", "A device is a letter from a (floppy) to p (network).");
            }
            int bit = 1 << (device - FIRST);
            if ((seen & bit) != 0) {
                throw new ValueException("Boot device '" + device + "' was given twice", "Name each device once.");
            }
            seen |= bit;
        }
    }
}
