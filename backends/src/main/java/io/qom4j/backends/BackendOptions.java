// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.ram.PreallocationListener;
import java.util.Objects;

/**
 * How memory backends behave where there is a choice: as which QEMU release, and where QEMU's way is not the best one.
 *
 * <p>Given to {@link BackendsModule}; a service of the runtime. Immutable.
 *
 * <pre>{@code
 * Qom qom = Qom.builder()
 *         .discoverModules()
 *         .module(new BackendsModule(BackendOptions.STANDARD.withRelease(QemuRelease.V10_0)))
 *         .build();
 * }</pre>
 *
 * @param release which types and properties there are, and which answers they give
 * @param keepsFilesOnFailure whether a file that was created or made longer stays so although a later step of the same
 *     {@code object-add} (NUMA binding, preallocation) failed: QEMU leaves it, and a recorded case sees that
 * @param preallocation who hears how far preallocation is, and may cancel it
 */
public record BackendOptions(QemuRelease release, boolean keepsFilesOnFailure, PreallocationListener preallocation) {
    /** QEMU 7.2's types and answers, but all or nothing, files included: the default of the library and the command. */
    public static final BackendOptions STANDARD = new BackendOptions(QemuRelease.V7_2, false, (done, total) -> {});

    /** All that QEMU 7.2 does: the default on the wire, for clients that rely on it. */
    public static final BackendOptions QEMU_7_2 = new BackendOptions(QemuRelease.V7_2, true, (done, total) -> {});

    /** Refuses nulls. */
    public BackendOptions {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(preallocation, "preallocation");
    }

    /** Returns this with another release's types and answers. */
    public BackendOptions withRelease(QemuRelease newRelease) {
        return new BackendOptions(newRelease, keepsFilesOnFailure, preallocation);
    }

    /** Returns this with somebody else who hears how far preallocation is. */
    public BackendOptions withPreallocation(PreallocationListener listener) {
        return new BackendOptions(release, keepsFilesOnFailure, listener);
    }
}
