// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * Who makes an access and in which mode, for devices that answer differently.
 *
 * <p>Immutable. QEMU: include/exec/memattrs.h, MemTxAttrs.
 *
 * @param isUnspecified whether nobody said anything
 * @param isSecure whether the access is made in the secure world
 * @param isUser whether it is made in user mode
 * @param isMemoryOnly whether it must reach memory, not a device
 * @param requesterId who makes it, such as a PCI device's bus, device and function number
 */
public record MemTxAttributes(
        boolean isUnspecified, boolean isSecure, boolean isUser, boolean isMemoryOnly, int requesterId) {
    /** Nobody said anything. */
    public static final MemTxAttributes UNSPECIFIED = new MemTxAttributes(true, false, false, false, 0);

    /** A plain access by a known requester. */
    public static MemTxAttributes ofRequester(int requesterId) {
        return new MemTxAttributes(false, false, false, false, requesterId);
    }

    /** Returns these in the secure world. */
    public MemTxAttributes secure() {
        return new MemTxAttributes(false, true, isUser, isMemoryOnly, requesterId);
    }
}
