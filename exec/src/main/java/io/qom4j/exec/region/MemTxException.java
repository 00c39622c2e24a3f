// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

/**
 * What region operations throw to fail an access: the initiator sees the result, a read then yields the value 0.
 *
 * <p>It never leaves an address space, and has no stack trace, so that it costs little. Immutable.
 */
public final class MemTxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int bits;

    /**
     * Makes a failure.
     *
     * @throws IllegalArgumentException if the result is {@link MemTxResult#OK}
     */
    public MemTxException(MemTxResult result) {
        super("the device answers " + result, null, false, false);
        bits = result.bits();
        if (result.isOk()) {
            throw new IllegalArgumentException("a failure cannot have the result OK: return a value instead");
        }
    }

    /** Returns what the initiator shall see. */
    public MemTxResult result() {
        return MemTxResult.of(bits);
    }
}
