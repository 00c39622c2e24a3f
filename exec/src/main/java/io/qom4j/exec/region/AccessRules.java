// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * Which accesses a device accepts, and which its code implements.
 *
 * <p>What is not <em>valid</em> is refused: a read yields 0, a write is dropped, the result is
 * {@link MemTxResult#DECODE_ERROR}. What is valid but not <em>implemented</em> is made of accesses that are: larger ones are
 * split, of smaller ones the needed part is taken. Sizes are 1, 2, 4 or 8 bytes; 0 stands for QEMU's default, which is "any"
 * for {@code validMax}, 4 for {@code implMax}, and 1 for both minima.
 *
 * <pre>{@code
 * AccessRules.DEFAULT.valid(1, 4).impl(4, 4).endian(DeviceEndian.BIG)
 * }</pre>
 *
 * <p>Immutable. QEMU: include/exec/memory.h, the fields valid and impl of MemoryRegionOps.
 *
 * @param validMin the smallest size that is accepted
 * @param validMax the largest size that is accepted; 0 accepts every size
 * @param validUnaligned whether an address that is no multiple of the size is accepted
 * @param implMin the smallest size that the code handles
 * @param implMax the largest size that the code handles
 * @param implUnaligned whether the code handles addresses that are no multiples of the size
 * @param endian the order of bytes in the values that the code sees
 */
public record AccessRules(
        int validMin,
        int validMax,
        boolean validUnaligned,
        int implMin,
        int implMax,
        boolean implUnaligned,
        DeviceEndian endian) {
    /** Every aligned size is valid, sizes up to 4 are implemented, bytes are in the target's order. */
    public static final AccessRules DEFAULT = new AccessRules(0, 0, false, 0, 0, false, DeviceEndian.NATIVE);

    /** Refuses sizes that do not exist, and rules that contradict each other. */
    public AccessRules {
        requireSize("validMin", validMin);
        requireSize("validMax", validMax);
        requireSize("implMin", implMin);
        requireSize("implMax", implMax);
        if (implUnaligned && !validUnaligned) {
            throw new IllegalArgumentException(
                    "unaligned accesses are implemented but not valid: make them valid, or do not implement them");
        }
    }

    private static void requireSize(String what, int size) {
        if (size != 0 && size != 1 && size != 2 && size != 4 && size != 8) {
            throw new IllegalArgumentException(
                    what + " is " + size + "; it must be 1, 2, 4 or 8, or 0 for the default");
        }
    }

    /** Returns these with other valid sizes. */
    public AccessRules valid(int min, int max) {
        return new AccessRules(min, max, validUnaligned, implMin, implMax, implUnaligned, endian);
    }

    /** Returns these with other implemented sizes. */
    public AccessRules impl(int min, int max) {
        return new AccessRules(validMin, validMax, validUnaligned, min, max, implUnaligned, endian);
    }

    /** Returns these with another byte order. */
    public AccessRules endian(DeviceEndian order) {
        return new AccessRules(validMin, validMax, validUnaligned, implMin, implMax, implUnaligned, order);
    }

    /** Returns these with unaligned addresses accepted. */
    public AccessRules acceptUnaligned() {
        return new AccessRules(validMin, validMax, true, implMin, implMax, implUnaligned, endian);
    }

    /** Returns these with unaligned addresses accepted and handled by the code. */
    public AccessRules handleUnaligned() {
        return new AccessRules(validMin, validMax, true, implMin, implMax, true, endian);
    }
}
