// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of a block an incoming migration has received: one bit for each target page of the reserved length.
 *
 * <p>The bits take no space before {@link #start()}. Thread-safe. QEMU: migration/ram.c, ramblock_recv_map_init and
 * ramblock_recv_bitmap_send.
 */
public final class ReceivedPages {
    /** What ends the wire form. */
    public static final long END_MARK = 0x0123456789abcdefL;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private final long maxLength;
    private final int pageBits;
    private volatile long @Nullable [] bits;

    ReceivedPages(long maxLength, int pageBits) {
        this.maxLength = maxLength;
        this.pageBits = pageBits;
    }

    /** Returns how many pages there are. */
    public long pages() {
        return (maxLength + (1L << pageBits) - 1) >>> pageBits;
    }

    /** Begins a migration: no page is received. */
    public void start() {
        bits = new long[Math.toIntExact((pages() + 63) >>> 6)];
    }

    /** Ends a migration and gives the space back. */
    public void stop() {
        bits = null;
    }

    /** Returns whether a migration has begun. */
    public boolean started() {
        return bits != null;
    }

    /** Returns whether the page at this offset in the block was received. */
    public boolean test(long offset) {
        long page = page(offset);
        return ((long) WORD.getVolatile(started(bits), (int) (page >>> 6)) >>> page & 1) != 0;
    }

    /** Records the page at this offset in the block as received. */
    public void set(long offset) {
        long page = page(offset);
        WORD.getAndBitwiseOr(started(bits), (int) (page >>> 6), 1L << page);
    }

    /** Records a number of pages from this offset on as received. */
    public void setRange(long offset, long count) {
        for (long i = 0; i < count; i++) {
            set(offset + (i << pageBits));
        }
    }

    /**
     * Returns the form that is sent to the source: the bitmap's length in bytes (rounded up to 8) as a big-endian long, the
     * little-endian bitmap, and {@link #END_MARK} as a big-endian long.
     */
    public byte[] toWire() {
        long[] words = started(bits);
        ByteBuffer wire = ByteBuffer.allocate(Math.toIntExact(16L + words.length * 8L));
        wire.putLong(words.length * 8L);
        wire.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < words.length; i++) {
            wire.putLong((long) WORD.getVolatile(words, i));
        }
        wire.order(ByteOrder.BIG_ENDIAN).putLong(END_MARK);
        return wire.array();
    }

    /**
     * Takes over the form that the destination sent, after a broken migration: which pages need not be sent again.
     *
     * <p>QEMU: migration/ram.c, ram_dirty_bitmap_reload.
     *
     * @throws RamException if the length is not that of this block's bitmap, or the end mark is not there; nothing has changed then
     */
    public void fromWire(byte[] wire) {
        int length = Math.toIntExact((pages() + 63) >>> 6) * Long.BYTES;
        ByteBuffer from = ByteBuffer.wrap(wire);
        long sent = wire.length < Long.BYTES ? 0 : from.getLong();
        if (sent != length || wire.length != length + 2 * Long.BYTES) {
            throw new RamException(
                    String.format("received-page bitmap of 0x%x bytes in 0x%x, not 0x%x", sent, wire.length, length),
                    "both sides need blocks of the same length and target page size");
        }
        long[] words = new long[length / Long.BYTES];
        from.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
        long end = from.order(ByteOrder.BIG_ENDIAN).getLong(Long.BYTES + length);
        if (end != END_MARK) {
            throw new RamException(String.format("received-page bitmap ends in 0x%016x, not 0x%016x", end, END_MARK));
        }
        bits = words;
    }

    private long page(long offset) {
        if (offset < 0 || offset >= maxLength) {
            throw new IndexOutOfBoundsException(
                    String.format("offset 0x%x is outside of a block of 0x%x bytes", offset, maxLength));
        }
        return offset >>> pageBits;
    }

    private static long[] started(long @Nullable [] words) {
        if (words == null) {
            throw new IllegalStateException("no migration has begun: start() comes first");
        }
        return words;
    }
}
