// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/** Rounding of unsigned sizes to pages. */
final class PageRounding {
    private PageRounding() {}

    /** Returns the size rounded up to a multiple of a power of two; 0 if that is not below 2^64, or the size is 0. */
    static long up(long size, long pageSize) {
        return (size + pageSize - 1) & -pageSize;
    }
}
