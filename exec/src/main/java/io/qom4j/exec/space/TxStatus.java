// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.MemTxResult;

/** What has gone wrong so far in one access. Confined to the thread that makes the access. */
final class TxStatus {
    private int bits;

    /** What a read under the lock has found. */
    long value;

    void add(MemTxResult result) {
        bits |= result.bits();
    }

    MemTxResult result() {
        return MemTxResult.of(bits);
    }
}
