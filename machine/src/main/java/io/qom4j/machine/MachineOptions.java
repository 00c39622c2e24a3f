// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import org.jspecify.annotations.Nullable;

/**
 * What a machine is made with.
 *
 * <p>Immutable. QEMU: the options {@code -machine} and {@code -m}.
 *
 * @param memoryBackend the id of the memory backend that is the machine's RAM, or null for none
 * @param memorySize the size of the RAM in bytes, or null for the backend's
 */
public record MachineOptions(
        @Nullable String memoryBackend, @Nullable Long memorySize) {
    /** A machine without RAM. */
    public static final MachineOptions STANDARD = new MachineOptions(null, null);

    /** Returns options of a machine whose RAM is all of a memory backend. */
    public static MachineOptions withMemory(String backendId) {
        return new MachineOptions(backendId, null);
    }
}
