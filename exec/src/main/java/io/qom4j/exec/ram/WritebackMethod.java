// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * How stores to a block are made durable.
 *
 * <p>Immutable.
 */
public enum WritebackMethod {
    /** There is nothing to do, or nothing that would help. */
    NONE,
    /** {@code msync}: the kernel writes the pages to the file's device, or flushes the processors' caches where that is memory. */
    MSYNC,
    /** libpmem's {@code pmem_persist}: the processor's caches are flushed from here, without a system call. */
    PMEM_PERSIST
}
