// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.AsymmetricFence;
import java.util.Arrays;
import java.util.Objects;

/**
 * One bit for each target page of the ram_addr space and each {@link DirtyClient}: whether the page was written since the
 * client last looked.
 *
 * <p><strong>Storage.</strong> Bits live in chunks of 2 097 152 (256 KiB, 8 GiB of guest memory), which never move: growing
 * publishes a longer array of the same chunks. A chunk that is wholly clear or wholly marked takes no space.
 *
 * <p><strong>Why no mark is lost.</strong> A writer stores to memory and then marks; a client clears and then reads memory. Marking
 * first looks whether the bit is set already, which spares the atomic operation most of the time. That look must not happen
 * before the store is visible, or the client could clear the bit, read the old contents, and never learn of the store. So
 * marking begins with a fence, and clearing ends with one: one of the two sees the other. Writers are many and clients few, hence an
 * {@link AsymmetricFence}, whose costs the clients bear where the host allows that.
 *
 * <p>Thread-safe and lock-free, except {@link #extend}, which the owner of the list calls under its lock. Addresses are
 * ram_addr, lengths are bytes. A range must lie below {@link #limit()}, else {@link IndexOutOfBoundsException}.
 *
 * <p>QEMU: include/exec/ram_addr.h and system/physmem.c, cpu_physical_memory_set_dirty_range and its neighbours.
 */
public final class DirtyMemory {
    /** Bits in a chunk. */
    public static final int BITS_IN_CHUNK = DirtyChunk.BITS;

    private static final int CHUNK_SHIFT = 21;
    private static final int MOST_CHUNKS = 1 << 28;
    private static final DirtyClient[] CLIENTS = DirtyClient.values();

    private final int pageBits;
    private final AsymmetricFence fence;

    /** For each chunk's number those of all clients; replaced as a whole, never changed. */
    private volatile DirtyChunk[] chunks = new DirtyChunk[0];

    /** The first ram_addr without a bit; grows after {@link #chunks}, so that what lies below it has a chunk. */
    private volatile long limit;

    /** Makes an empty bitmap with full fences; {@code pageBits} is the binary logarithm of the target page size. */
    public DirtyMemory(int pageBits) {
        this(pageBits, AsymmetricFence.SYMMETRIC);
    }

    /**
     * Makes an empty bitmap.
     *
     * @param pageBits binary logarithm of the target page size
     * @param fence stands between what writers do and what clients do
     */
    public DirtyMemory(int pageBits, AsymmetricFence fence) {
        if (pageBits < 9 || pageBits > 30) {
            throw new IllegalArgumentException("pageBits is " + pageBits + "; it must be in 9..30");
        }
        this.pageBits = pageBits;
        this.fence = fence;
    }

    /** Returns the target page size in bytes. */
    public long pageSize() {
        return 1L << pageBits;
    }

    /** Returns the first ram_addr that has no bit. */
    public long limit() {
        return limit;
    }

    /** Makes room for addresses below {@code end}, in whole chunks; new bits are clear. Never shrinks. */
    public void extend(long end) {
        long needed = (pagesIn(end) + BITS_IN_CHUNK - 1) >>> CHUNK_SHIFT;
        DirtyChunk[] old = chunks;
        if (needed * CLIENTS.length <= old.length) {
            return;
        }
        if (needed > MOST_CHUNKS) {
            throw new RamException("the dirty bitmap cannot cover addresses up to 0x" + Long.toHexString(end));
        }
        DirtyChunk[] wider = Arrays.copyOf(old, (int) needed * CLIENTS.length);
        for (int i = old.length; i < wider.length; i++) {
            wider[i] = new DirtyChunk();
        }
        chunks = wider;
        limit = (needed << CHUNK_SHIFT) << pageBits;
    }

    /**
     * Marks the pages that a range touches, after the range was written.
     *
     * @param clients mask of {@link DirtyClient#mask()} bits
     */
    public void markDirty(long start, long length, int clients) {
        if (length == 0) {
            return;
        }
        fence.light();
        long first = start >>> pageBits;
        long last = checkedLast(start, length);
        DirtyChunk[] all = chunks;
        if ((first ^ last) >>> 6 == 0) {
            markWord(all, first, mask(first, last), clients);
            return;
        }
        for (long page = first; page <= last; ) {
            if (coversChunk(page, last)) {
                markChunk(all, page, clients);
                page += BITS_IN_CHUNK;
            } else {
                markWord(all, page, mask(page, last), clients);
                page = nextWord(page);
            }
        }
    }

    private static void markWord(DirtyChunk[] all, long page, long bits, int clients) {
        // Not a loop over bits: this is what each logged write of the guest does.
        int first = firstChunkOf(page);
        if ((clients & 1) != 0) {
            all[first].set(page, bits);
        }
        if ((clients & 1 << 1) != 0) {
            all[first + 1].set(page, bits);
        }
        if ((clients & 1 << 2) != 0) {
            all[first + 2].set(page, bits);
        }
    }

    private static void markChunk(DirtyChunk[] all, long page, int clients) {
        int first = firstChunkOf(page);
        for (int rest = clients & DirtyClient.ALL; rest != 0; rest &= rest - 1) {
            all[first + Integer.numberOfTrailingZeros(rest)].setAll();
        }
    }

    /** Marks one page for one client. */
    public void markDirty(long address, DirtyClient client) {
        markDirty(address, 1, client.mask());
    }

    /** Returns whether any page that the range touches is marked. */
    public boolean isAnyDirty(long start, long length, DirtyClient client) {
        long last = length == 0 ? -1 : checkedLast(start, length);
        DirtyChunk[] all = chunks;
        for (long page = start >>> pageBits; page <= last; page = nextWord(page)) {
            if ((all[firstChunkOf(page) + client.number()].get(page) & mask(page, last)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether every page that the range touches is marked. */
    public boolean isAllDirty(long start, long length, DirtyClient client) {
        long last = length == 0 ? -1 : checkedLast(start, length);
        DirtyChunk[] all = chunks;
        for (long page = start >>> pageBits; page <= last; page = nextWord(page)) {
            long mask = mask(page, last);
            if ((all[firstChunkOf(page) + client.number()].get(page) & mask) != mask) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a page is clean for at least one client, so that a write to it must be noticed. */
    public boolean isClean(long address) {
        return rangeIncludesClean(address, 1, DirtyClient.ALL) != 0;
    }

    /** Returns which of the clients in the mask have a clean page in the range. */
    public int rangeIncludesClean(long start, long length, int clients) {
        int clean = 0;
        for (DirtyClient client : CLIENTS) {
            if ((clients & client.mask()) != 0 && !isAllDirty(start, length, client)) {
                clean |= client.mask();
            }
        }
        return clean;
    }

    /** Clears the marks of a range for one client, and returns how many pages were marked. */
    public long testAndClear(long start, long length, DirtyClient client) {
        if (length == 0) {
            return 0;
        }
        long last = checkedLast(start, length);
        DirtyChunk[] all = chunks;
        long cleared = 0;
        for (long page = start >>> pageBits; page <= last; ) {
            DirtyChunk chunk = all[firstChunkOf(page) + client.number()];
            if (coversChunk(page, last)) {
                cleared += chunk.takeAll();
                page += BITS_IN_CHUNK;
            } else {
                cleared += Long.bitCount(chunk.take(page, mask(page, last)));
                page = nextWord(page);
            }
        }
        fenceIfAny(cleared);
        return cleared;
    }

    /**
     * Moves the marks of a range for one client into a bitmap of the caller's.
     *
     * @param target bits by page; bit 0 stands for the page of {@code start}, which must be page aligned
     * @return how many bits of {@code target} are set now and were not before
     */
    public long moveInto(long start, long length, DirtyClient client, long[] target) {
        if (length == 0) {
            return 0;
        }
        long first = start >>> pageBits;
        long last = checkedLast(start, length);
        Objects.checkIndex((last - first) >>> 6, target.length);
        DirtyChunk[] all = chunks;
        long added = 0;
        long any = 0;
        for (long page = first; page <= last; page = nextWord(page)) {
            long taken = all[firstChunkOf(page) + client.number()].take(page, mask(page, last)) >>> page;
            any |= taken;
            long bit = page - first;
            added += merge(target, (int) (bit >>> 6), taken << bit);
            if ((bit & 63) != 0 && taken >>> -bit != 0) {
                added += merge(target, (int) (bit >>> 6) + 1, taken >>> -bit);
            }
        }
        fenceIfAny(any);
        return added;
    }

    /** Stands between clearing and reading memory; where no mark was taken, there is no reason to read. */
    private void fenceIfAny(long taken) {
        if (taken != 0) {
            fence.heavy();
        }
    }

    private static int merge(long[] target, int word, long bits) {
        int added = Long.bitCount(bits & ~target[word]);
        target[word] |= bits;
        return added;
    }

    /** Copies the marks around a range for one client and clears them; widened to whole words of 64 pages. */
    public DirtySnapshot snapshotAndClear(long start, long length, DirtyClient client) {
        if (length == 0) {
            return new DirtySnapshot(start >>> pageBits & -64, pageBits, new long[0]);
        }
        long first = start >>> pageBits & -64;
        long last = checkedLast(start, length);
        DirtyChunk[] all = chunks;
        long[] bits = new long[(int) (((last - first) >>> 6) + 1)];
        long any = 0;
        for (int i = 0; i < bits.length; i++) {
            long page = first + i * 64L;
            bits[i] = all[firstChunkOf(page) + client.number()].take(page, -1L);
            any |= bits[i];
        }
        fenceIfAny(any);
        return new DirtySnapshot(first, pageBits, bits);
    }

    /**
     * Marks the pages whose bits are set in an accelerator's log.
     *
     * @param bitmap little-endian bits, one for each host page of {@code hostPageSize}; bit 0 stands for {@code start}
     * @param start a multiple of the host page size
     * @param pages how many bits count
     * @return how many host pages were marked in the log
     */
    public long markFromBitmap(long[] bitmap, long start, long pages, long hostPageSize, int clients) {
        Objects.checkFromIndexSize(0, (pages + 63) >>> 6, bitmap.length);
        long found = 0;
        long firstPage = start >>> pageBits;
        boolean wordByWord = hostPageSize == pageSize() && (firstPage & 63) == 0;
        if (wordByWord && pages > 0) {
            checkedLast(start, pages << pageBits);
        }
        fence.light();
        DirtyChunk[] all = chunks;
        for (long base = 0; base < pages; base += 64) {
            long bits = bitmap[(int) (base >>> 6)];
            if (pages - base < 64) {
                bits &= (1L << (pages - base)) - 1;
            }
            if (bits == 0) {
                continue;
            }
            found += Long.bitCount(bits);
            if (wordByWord) {
                markWord(all, firstPage + base, bits, clients);
            } else {
                for (long rest = bits; rest != 0; rest &= rest - 1) {
                    long page = base + Long.numberOfTrailingZeros(rest);
                    markDirty(start + page * hostPageSize, hostPageSize, clients);
                }
            }
        }
        return found;
    }

    /** Returns where the chunks that hold a page begin, one for each client. */
    private static int firstChunkOf(long page) {
        return (int) (page >>> CHUNK_SHIFT) * CLIENTS.length;
    }

    /** Returns whether the pages from {@code page} to {@code last} begin with all pages of a chunk. */
    private static boolean coversChunk(long page, long last) {
        return (page & (BITS_IN_CHUNK - 1)) == 0 && last - page >= BITS_IN_CHUNK - 1;
    }

    private static long nextWord(long page) {
        return (page | 63) + 1;
    }

    /** Returns the bits from {@code page} to {@code last} of the word that holds {@code page}. */
    private static long mask(long page, long last) {
        long from = -1L << page;
        return (page | 63) <= last ? from : from & (-1L >>> (63 - last));
    }

    private long pagesIn(long bytes) {
        return (bytes >>> pageBits) + ((bytes & (pageSize() - 1)) == 0 ? 0 : 1);
    }

    private long checkedLast(long start, long length) {
        long end = start + length;
        if ((start | length | end) < 0 || end > limit) {
            throw new IndexOutOfBoundsException(
                    String.format("ram_addr 0x%x, length 0x%x is outside of 0..0x%x", start, length, limit()));
        }
        return (end - 1) >>> pageBits;
    }
}
