// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * Whether stores to a block survive a crash, and what makes them do so.
 *
 * <p>QEMU accepts {@code pmem=on} where nothing can persist and at best prints a warning; here the answer can be asked for. Immutable.
 */
public sealed interface PersistenceStatus {
    /** Returns a sentence that says why it is so and, if a condition of synchronous mapping failed, which. */
    String reason();

    /**
     * The file's metadata is durable before a page can be written; writing a range back makes its contents durable.
     *
     * @param reason why
     */
    record Synchronous(String reason) implements PersistenceStatus {}

    /**
     * Stores reach the file at some time; writing a range back with {@code msync} makes them durable.
     *
     * @param reason why it is not synchronous
     */
    record WriteBack(String reason) implements PersistenceStatus {}

    /**
     * Nothing persists.
     *
     * @param reason why
     */
    record NotPersistent(String reason) implements PersistenceStatus {}
}
