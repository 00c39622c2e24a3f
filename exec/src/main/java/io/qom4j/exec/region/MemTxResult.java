// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * How an access to guest memory went: fine, or a set of failures.
 *
 * <p>An access that is split has the failures of all its parts. Immutable; there are eight values, of which {@link #of} never
 * makes another. QEMU: include/exec/memattrs.h, MemTxResult.
 *
 * @param bits {@link #ERROR}'s, {@link #DECODE_ERROR}'s and {@link #ACCESS_ERROR}'s bits
 */
public record MemTxResult(int bits) {
    private static final MemTxResult[] ALL = new MemTxResult[8];

    static {
        for (int bits = 0; bits < ALL.length; bits++) {
            ALL[bits] = new MemTxResult(bits);
        }
    }

    /** Everything went well. */
    public static final MemTxResult OK = of(0);

    /** The device returned an error. */
    public static final MemTxResult ERROR = of(1);

    /** Nothing answers at the address, or not to such an access. */
    public static final MemTxResult DECODE_ERROR = of(1 << 1);

    /** The access is not allowed; also: the device is already in the middle of an access. */
    public static final MemTxResult ACCESS_ERROR = of(1 << 2);

    /** Refuses bits that have no meaning. */
    public MemTxResult {
        if ((bits & ~7) != 0) {
            throw new IllegalArgumentException("a result has bits 0 to 2, not 0x" + Integer.toHexString(bits));
        }
    }

    /** Returns the result with these bits. */
    public static MemTxResult of(int bits) {
        if ((bits & ~7) != 0) {
            throw new IllegalArgumentException("a result has bits 0 to 2, not 0x" + Integer.toHexString(bits));
        }
        return ALL[bits];
    }

    /** Tells whether everything went well. */
    public boolean isOk() {
        return bits == 0;
    }

    /** Tells whether all failures of another result are among this one's. */
    public boolean has(MemTxResult failure) {
        return (bits & failure.bits) == failure.bits;
    }

    /** Returns the failures of both. */
    public MemTxResult or(MemTxResult other) {
        return of(bits | other.bits);
    }

    /** Returns {@code OK}, or the names of the failures with {@code |} between. */
    @Override
    public String toString() {
        if (bits == 0) {
            return "OK";
        }
        StringBuilder text = new StringBuilder();
        String[] names = {"ERROR", "DECODE_ERROR", "ACCESS_ERROR"};
        for (int i = 0; i < names.length; i++) {
            if ((bits & 1 << i) != 0) {
                text.append(text.isEmpty() ? "" : "|").append(names[i]);
            }
        }
        return text.toString();
    }
}
