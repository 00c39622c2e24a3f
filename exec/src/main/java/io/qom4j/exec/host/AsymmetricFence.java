// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fence between threads of which one kind acts all the time and the other seldom.
 *
 * <p>Both store to one place and then load from another, which the other kind stores to; at least one of the two has to see what the
 * other stored. That takes a full fence on both sides, about 5 ns each. Where the host can make all threads of the process go
 * through a fence at once (Linux: {@code membarrier}), the frequent side needs none but against the compiler, and the
 * rare side pays for both, about a microsecond.
 *
 * <p>Immutable.
 */
public final class AsymmetricFence {
    /** Full fences on both sides: for hosts that cannot do better. */
    public static final AsymmetricFence SYMMETRIC = new AsymmetricFence(null);

    private final @Nullable Host host;

    private AsymmetricFence(@Nullable Host host) {
        this.host = host;
    }

    /** Returns the best fence that a host has. */
    public static AsymmetricFence of(Host host) {
        return host.canFenceThreads() ? new AsymmetricFence(host) : SYMMETRIC;
    }

    /** Stands between the store and the load of the frequent side. */
    public void light() {
        if (host == null) {
            VarHandle.fullFence();
        } else {
            // The compilers move nothing across either of these; the processor may, until the heavy side stops it.
            VarHandle.releaseFence();
            VarHandle.acquireFence();
        }
    }

    /** Stands between the store and the load of the rare side. */
    public void heavy() {
        VarHandle.fullFence();
        if (host != null) {
            host.fenceThreads();
        }
    }

    @Override
    public String toString() {
        return host == null ? "fences on both sides" : "a fence on one side, by " + Objects.requireNonNull(host);
    }
}
