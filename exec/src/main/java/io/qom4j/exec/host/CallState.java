// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Where a down-call leaves {@code errno}, one place for each thread, and what becomes of a call that threw.
 *
 * <p>Thread-safe.
 */
final class CallState {
    private final ThreadLocal<MemorySegment> errno =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(LinuxCalls.ERRNO_LAYOUT));

    /** Returns the current thread's segment, to be passed to a down-call. */
    MemorySegment segment() {
        return errno.get();
    }

    /** Returns what the last down-call left. */
    static int errno(MemorySegment state) {
        return (int) LinuxCalls.ERRNO.get(state, 0L);
    }

    /** Returns the exception for a down-call that threw: what a segment's checks threw passes, the rest cannot happen. */
    static RuntimeException unexpected(String call, Throwable thrown) {
        return switch (thrown) {
            case RuntimeException refusal -> refusal;
            case Error error -> throw error;
            default -> throw new AssertionError("the down-call of " + call + " threw", thrown);
        };
    }
}
