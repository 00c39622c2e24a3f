// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.ram.PreallocationListener;

/**
 * How memory backends behave where QEMU's way is not the best one.
 *
 * <p>A service of the runtime; offer another one to change it. Immutable.
 *
 * @param keepsFilesOnFailure whether a file that was created or made longer stays so although a later step of the same
 *     {@code object-add} failed; QEMU leaves it, {@link #STANDARD} does not
 * @param preallocation who hears how far preallocation is
 */
public record BackendOptions(boolean keepsFilesOnFailure, PreallocationListener preallocation) {
    /** All or nothing, files included. */
    public static final BackendOptions STANDARD = new BackendOptions(false, (done, total) -> {});

    /** What QEMU 7.2 does, for clients that rely on it. */
    public static final BackendOptions QEMU_7_2 = new BackendOptions(true, (done, total) -> {});

    /** Returns this with somebody else who hears how far preallocation is. */
    public BackendOptions withPreallocation(PreallocationListener listener) {
        return new BackendOptions(keepsFilesOnFailure, listener);
    }
}
