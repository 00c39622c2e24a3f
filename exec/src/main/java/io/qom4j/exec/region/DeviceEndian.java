// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.nio.ByteOrder;

/**
 * The order of the bytes of a device's registers.
 *
 * <p>Immutable. QEMU: include/exec/cpu-common.h, enum device_endian.
 */
public enum DeviceEndian {
    /** The target's own order, whatever it is. */
    NATIVE,
    /** The least significant byte has the lowest address. */
    LITTLE,
    /** The most significant byte has the lowest address. */
    BIG;

    /** Returns the order that this means on a target. */
    public ByteOrder on(ByteOrder target) {
        return switch (this) {
            case NATIVE -> target;
            case LITTLE -> ByteOrder.LITTLE_ENDIAN;
            case BIG -> ByteOrder.BIG_ENDIAN;
        };
    }
}
