// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * Whether stores to a block survive a crash, and how they are made durable: chosen when the block is allocated, and then fixed.
 *
 * <p>QEMU accepts {@code pmem=on} where nothing can persist and at best prints a warning; here the answer can be asked for. Immutable.
 */
public sealed interface PersistenceStatus {
    /** Returns a sentence that says why it is so and, if a condition of synchronous mapping failed, which. */
    String reason();

    /** Returns how {@link RamWriteback} makes a range durable. */
    WritebackMethod writeback();

    /** Returns the status in a word: {@code synchronous}, {@code pmem}, {@code write-back} or {@code none}. */
    String word();

    /**
     * Returns whether a guest that flushes its processor's caches has its stores durable, which is what {@code pmem=on} promises it.
     */
    boolean isGuaranteed();

    /**
     * The mapping is synchronous: the file's metadata is durable before a page can be written, so that flushed stores are, too.
     *
     * @param reason why
     * @param writeback how a range is made durable from here
     */
    record Synchronous(String reason, WritebackMethod writeback) implements PersistenceStatus {
        @Override
        public String word() {
            return "synchronous";
        }

        @Override
        public boolean isGuaranteed() {
            return true;
        }
    }

    /**
     * The mapping is an ordinary one, but libpmem says that it is persistent memory.
     *
     * @param reason why
     */
    record PersistentMemory(String reason) implements PersistenceStatus {
        @Override
        public WritebackMethod writeback() {
            return WritebackMethod.PMEM_PERSIST;
        }

        @Override
        public String word() {
            return "pmem";
        }

        @Override
        public boolean isGuaranteed() {
            return true;
        }
    }

    /**
     * Stores reach the file at some time; writing a range back with {@code msync} makes them durable.
     *
     * @param reason why it is not synchronous
     */
    record WriteBack(String reason) implements PersistenceStatus {
        @Override
        public WritebackMethod writeback() {
            return WritebackMethod.MSYNC;
        }

        @Override
        public String word() {
            return "write-back";
        }

        @Override
        public boolean isGuaranteed() {
            return false;
        }
    }

    /**
     * Nothing persists.
     *
     * @param reason why
     */
    record NotPersistent(String reason) implements PersistenceStatus {
        @Override
        public WritebackMethod writeback() {
            return WritebackMethod.NONE;
        }

        @Override
        public String word() {
            return "none";
        }

        @Override
        public boolean isGuaranteed() {
            return false;
        }
    }
}
