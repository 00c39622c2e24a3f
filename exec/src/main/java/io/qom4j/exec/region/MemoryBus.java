// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import java.lang.foreign.MemorySegment;

/**
 * Somewhere an access can be sent: in practice an address space.
 *
 * <p>Thread-safe.
 */
public interface MemoryBus {
    /**
     * Reads bytes.
     *
     * @param address the first byte's
     * @param target is filled whole; bytes that nobody answers become 0
     */
    MemTxResult read(long address, MemorySegment target, MemTxAttributes attributes);

    /**
     * Writes bytes.
     *
     * @param address the first byte's
     * @param source is written whole; bytes that nobody takes are dropped
     */
    MemTxResult write(long address, MemorySegment source, MemTxAttributes attributes);
}
