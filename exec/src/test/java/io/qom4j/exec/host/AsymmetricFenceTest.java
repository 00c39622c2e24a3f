// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.ram.DirtyMemory;
import org.junit.jupiter.api.Test;

class AsymmetricFenceTest {
    private static final DirtyClient VGA = DirtyClient.VGA;

    private final Host host = mock(Host.class);

    @Test
    void aHostThatCannotFenceThreadsGetsFullFences() {
        assertThat(AsymmetricFence.of(host)).isSameAs(AsymmetricFence.SYMMETRIC);
        AsymmetricFence.of(host).heavy();
        verify(host, never()).fenceThreads();
    }

    @Test
    void onlyTheRareSideAsksTheHost() {
        when(host.canFenceThreads()).thenReturn(true);
        AsymmetricFence fence = AsymmetricFence.of(host);
        fence.light();
        verify(host, never()).fenceThreads();
        fence.heavy();
        verify(host).fenceThreads();
    }

    @Test
    void thisHostsFenceWorksIfItSaysSo() {
        Host real = Host.system();
        if (real.canFenceThreads()) {
            real.fenceThreads();
        } else {
            System.err.println("NOT CHECKED: this host has no membarrier, so fences of all threads were not tried");
        }
        AsymmetricFence.of(real).heavy();
    }

    @Test
    void takingDirtyMarksFencesOnceAndOnlyIfThereWereAny() {
        when(host.canFenceThreads()).thenReturn(true);
        DirtyMemory dirty = new DirtyMemory(12, AsymmetricFence.of(host));
        dirty.extend(1 << 30);
        dirty.testAndClear(0, 1 << 30, VGA);
        dirty.snapshotAndClear(0, 1 << 20, VGA);
        dirty.moveInto(0, 1 << 18, VGA, new long[1]);
        dirty.markDirty(0, 1 << 30, VGA.mask());
        verify(host, never()).fenceThreads();
        dirty.moveInto(0, 1 << 18, VGA, new long[1]);
        dirty.snapshotAndClear(0, 1 << 20, VGA);
        dirty.testAndClear(0, 1 << 30, VGA);
        verify(host, times(3)).fenceThreads();
    }
}
