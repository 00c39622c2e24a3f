// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one client for 2 097 152 pages.
 *
 * <p>A chunk that is wholly clear or wholly set takes no space: it gets words of its own when a single bit changes. So a block of many
 * tebibytes, whose pages are all dirty from the start, costs nothing until somebody clears some.
 *
 * <p>Thread-safe and lock-free. Words that a chunk once has are never replaced, so that each atomic operation on them counts.
 */
final class DirtyChunk {
    static final int BITS = 256 * 1024 * 8;

    private static final int WORD_COUNT = BITS / 64;

    /** The words of every chunk that is wholly set. Nothing writes to them: a set bit is not set again, and clearing copies. */
    private static final long[] FULL = new long[WORD_COUNT];

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle WORDS;

    static {
        Arrays.fill(FULL, -1L);
        try {
            WORDS = MethodHandles.lookup().findVarHandle(DirtyChunk.class, "words", long[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Null: all bits are clear. */
    private volatile long @Nullable [] words;

    /** Sets bits of the word that holds a page. */
    void set(long page, long bits) {
        long[] mine = words;
        if (mine == null) {
            mine = materialise(null, new long[WORD_COUNT]);
        }
        int index = index(page);
        if (((long) WORD.getOpaque(mine, index) & bits) != bits) {
            WORD.getAndBitwiseOr(mine, index, bits);
        }
    }

    /** Sets all bits. */
    void setAll() {
        if (words != null || !WORDS.compareAndSet(this, null, FULL)) {
            for (int i = 0; i < WORD_COUNT; i++) {
                set(i * 64L, -1L);
            }
        }
    }

    /** Returns the word that holds a page. */
    long get(long page) {
        long[] mine = words;
        return mine == null ? 0 : (long) WORD.getVolatile(mine, index(page));
    }

    /** Clears bits of the word that holds a page, and returns which of them were set. */
    long take(long page, long bits) {
        long[] mine = words;
        if (mine == FULL) {
            mine = materialise(FULL, FULL.clone());
        }
        int index = index(page);
        if (mine == null || ((long) WORD.getVolatile(mine, index) & bits) == 0) {
            return 0;
        }
        return (long) WORD.getAndBitwiseAnd(mine, index, ~bits) & bits;
    }

    /** Clears all bits, and returns how many were set. */
    long takeAll() {
        if (words == FULL && WORDS.compareAndSet(this, FULL, null)) {
            return BITS;
        }
        long taken = 0;
        for (int i = 0; i < WORD_COUNT && words != null; i++) {
            taken += Long.bitCount(take(i * 64L, -1L));
        }
        return taken;
    }

    /** Gives the chunk words of its own, unless another thread is faster; returns the chunk's words, whichever they are. */
    private long[] materialise(long @Nullable [] shared, long[] own) {
        long[] witness = (long[]) WORDS.compareAndExchange(this, shared, own);
        if (witness == shared) {
            return own;
        }
        // Another thread changed the chunk's state; from one that takes no space to the other is possible as well.
        return witness == null || witness == FULL ? materialise(witness, copyOf(witness)) : witness;
    }

    private static long[] copyOf(long @Nullable [] shared) {
        return shared == null ? new long[WORD_COUNT] : shared.clone();
    }

    private static int index(long page) {
        return (int) (page >>> 6) & (WORD_COUNT - 1);
    }
}
