// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.qom4j.exec.ram.DirtyClient;
import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.AddressRange;
import io.qom4j.exec.region.EventNotifier;
import io.qom4j.exec.region.IoEvent;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.MemoryListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Who is told what, and in which order. */
class ListenerOrderTest {
    private final Machine machine = new Machine();
    private final MemoryRegion system = machine.whole("system");
    private final MemoryRegion ram = machine.ram("ram", 0x4000);
    private final MemoryRegion regs =
            MemoryRegion.free(machine.qom(), "regs").io(new ByteDevice(AccessRules.DEFAULT, 0x1000), 0x1000);
    private final MemoryTopology topology = machine.qom().service(MemoryTopology.class);
    private final AddressSpace memory = topology.newAddressSpace("memory", system);
    private final MemoryListener first = listener(MemoryListener.PRIORITY_MIN);
    private final MemoryListener second = listener(MemoryListener.PRIORITY_ACCEL);
    private final EventNotifier notifier = () -> {};

    @AfterEach
    void close() {
        machine.close();
    }

    private static MemoryListener listener(int priority) {
        MemoryListener listener = mock(MemoryListener.class);
        when(listener.priority()).thenReturn(priority);
        return listener;
    }

    private void listen() {
        // In the wrong order, so that priorities have to put it right.
        memory.addListener(second);
        memory.addListener(first);
        clearInvocations(first, second);
    }

    private static FlatRange at(long address) {
        return argThat(range -> range != null && range.first() == address);
    }

    @Test
    void whatComesIsToldToTheLowestPriorityFirst() {
        listen();

        system.addSubregion(0x1000, ram);

        InOrder order = inOrder(first, second);
        order.verify(first).begin();
        order.verify(second).begin();
        order.verify(first).regionAdd(at(0x1000));
        order.verify(second).regionAdd(at(0x1000));
        order.verify(first).commit();
        order.verify(second).commit();
    }

    @Test
    void whatGoesIsToldToTheHighestPriorityFirst() {
        system.addSubregion(0x1000, ram);
        listen();

        system.removeSubregion(ram);

        InOrder order = inOrder(first, second);
        order.verify(first).begin();
        order.verify(second).begin();
        order.verify(second).regionDel(at(0x1000));
        order.verify(first).regionDel(at(0x1000));
        order.verify(first).commit();
        order.verify(second).commit();
    }

    @Test
    void allThatGoesIsToldBeforeAllThatStaysOrComes() {
        system.addSubregion(0, ram);
        system.addSubregion(0x8000, regs);
        listen();

        system.addSubregion(0x1000, machine.container("nothing", 0x1000));
        system.addSubregion(0x2000, MemoryRegion.free(machine.qom(), "front").alias(regs, 0, 0x1000), 1);

        InOrder order = inOrder(first);
        order.verify(first).begin();
        order.verify(first).regionNop(at(0));
        order.verify(first).regionNop(at(0x8000));
        order.verify(first).commit();
        order.verify(first).begin();
        order.verify(first).regionDel(at(0));
        order.verify(first).regionAdd(at(0));
        order.verify(first).regionAdd(at(0x2000));
        order.verify(first).regionAdd(at(0x3000));
        order.verify(first).regionNop(at(0x8000));
        order.verify(first).commit();
    }

    @Test
    void oneRoundFollowsTheOutermostTransaction() {
        listen();

        topology.transaction(() -> {
            system.addSubregion(0x1000, ram);
            topology.transaction(() -> system.addSubregion(0x8000, regs));
            ram.setAddress(0x2000);
            verify(first, never()).begin();
            assertThat(memory.view().ranges()).isEmpty();
        });

        verify(first, times(1)).begin();
        verify(first).regionAdd(at(0x2000));
        verify(first).regionAdd(at(0x8000));
        verify(first, times(1)).commit();
    }

    @Test
    void aTransactionWithoutAVisibleChangeIsNotTold() {
        system.addSubregion(0, ram);
        listen();

        topology.transaction(() -> {
            ram.setEnabled(true);
            ram.setAddress(0);
            ram.setReadOnly(false);
            machine.container("elsewhere", 8).setNonvolatile(false);
        });

        verify(first, never()).begin();
        verify(first, never()).regionNop(any());
    }

    @Test
    void whoLogsWritesIsToldWithoutTakingTheRangeAway() {
        system.addSubregion(0, ram);
        listen();
        int vga = DirtyClient.VGA.mask();

        ram.dirtyLog().start(DirtyClient.VGA);
        ram.dirtyLog().start(DirtyClient.VGA);
        ram.dirtyLog().stop(DirtyClient.VGA);
        ram.dirtyLog().stop(DirtyClient.VGA);

        InOrder order = inOrder(first, second);
        order.verify(first).regionNop(at(0));
        order.verify(second).regionNop(at(0));
        order.verify(first).logStart(at(0), eq(0), eq(vga));
        order.verify(second).logStart(at(0), eq(0), eq(vga));
        order.verify(second).logStop(at(0), eq(vga), eq(0));
        order.verify(first).logStop(at(0), eq(vga), eq(0));
        verify(first, never()).regionDel(any());
    }

    @Test
    void whoFollowsAllRamIsToldAroundTheChange() {
        system.addSubregion(0, ram);
        listen();
        int migration = DirtyClient.MIGRATION.mask();

        topology.dirtyTracking().start(DirtyTracking.MIGRATION);
        topology.dirtyTracking().start(DirtyTracking.DIRTY_RATE);
        topology.dirtyTracking().sync(false);
        topology.dirtyTracking().stop(DirtyTracking.MIGRATION | DirtyTracking.DIRTY_RATE);

        InOrder order = inOrder(first, second);
        order.verify(first).logGlobalStart();
        order.verify(second).logGlobalStart();
        order.verify(first).begin();
        order.verify(first).logStart(at(0), eq(0), eq(migration));
        order.verify(first).commit();
        order.verify(first).logSync(at(0));
        order.verify(second).logSync(at(0));
        order.verify(second).logStop(at(0), eq(migration), eq(0));
        order.verify(first).logStop(at(0), eq(migration), eq(0));
        order.verify(second).logGlobalStop();
        order.verify(first).logGlobalStop();
    }

    @Test
    void aNewcomerHearsAllThatCanBeSeen() {
        system.addSubregion(0, ram);
        system.addSubregion(0x8000, regs);
        topology.dirtyTracking().start(DirtyTracking.MIGRATION);
        IoEvent event = IoEvent.of(0x10, 4, notifier);
        regs.events().add(event);
        regs.coalescing().add(new AddressRange(0x20, 0x2f));

        memory.addListener(first);

        InOrder order = inOrder(first);
        order.verify(first).begin();
        order.verify(first).logGlobalStart();
        order.verify(first).regionAdd(at(0));
        order.verify(first).logStart(at(0), eq(0), eq(DirtyClient.MIGRATION.mask()));
        order.verify(first).regionAdd(at(0x8000));
        order.verify(first).coalescedIoAdd(at(0x8000), eq(new AddressRange(0x8020, 0x802f)));
        order.verify(first).eventAdd(at(0x8000), eq(0x8010L), eq(event));
        order.verify(first).commit();
    }

    @Test
    void whoLeavesHearsThatAllHasGone() {
        system.addSubregion(0x8000, regs);
        regs.events().add(IoEvent.of(0x10, 4, notifier));
        regs.coalescing().cover();
        listen();

        memory.removeListener(first);

        InOrder order = inOrder(first);
        order.verify(first).begin();
        order.verify(first).eventDel(at(0x8000), eq(0x8010L), any());
        order.verify(first).coalescedIoDel(at(0x8000), eq(new AddressRange(0x8000, 0x8fff)));
        order.verify(first).regionDel(at(0x8000));
        order.verify(first).commit();
        clearInvocations(first);
        system.removeSubregion(regs);
        verifyNoMoreInteractions(first);
    }

    @Test
    void eventsComeAndGoWithoutARoundOfTheirOwn() {
        system.addSubregion(0x8000, regs);
        listen();
        IoEvent event = IoEvent.of(0x10, 4, 7, notifier);

        regs.events().add(event);
        verify(first).eventAdd(at(0x8000), eq(0x8010L), eq(event));
        verify(first, never()).begin();
        regs.setAddress(0x9000);
        verify(first).eventDel(at(0x8000), eq(0x8010L), eq(event));
        verify(first).eventAdd(at(0x9000), eq(0x9010L), eq(event));
        regs.events().remove(event);
        verify(first).eventDel(at(0x9000), eq(0x9010L), eq(event));
        assertThatThrownBy(() -> regs.events().remove(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsWhoseWritesMayBeGatheredGoBeforeTheirRangeAndComeAfterIt() {
        system.addSubregion(0x8000, regs);
        regs.coalescing().add(new AddressRange(0x100, 0x1ff));
        listen();

        regs.setAddress(0x9000);
        regs.coalescing().clear();

        InOrder order = inOrder(first, second);
        order.verify(second).coalescedIoDel(at(0x8000), eq(new AddressRange(0x8100, 0x81ff)));
        order.verify(first).coalescedIoDel(at(0x8000), eq(new AddressRange(0x8100, 0x81ff)));
        order.verify(first).regionDel(at(0x8000));
        order.verify(first).regionAdd(at(0x9000));
        order.verify(second).regionAdd(at(0x9000));
        order.verify(first).coalescedIoAdd(at(0x9000), eq(new AddressRange(0x9100, 0x91ff)));
        order.verify(second).coalescedIoAdd(at(0x9000), eq(new AddressRange(0x9100, 0x91ff)));
        order.verify(second).coalescedIoDel(at(0x9000), eq(new AddressRange(0x9100, 0x91ff)));
        order.verify(first).coalescedIoDel(at(0x9000), eq(new AddressRange(0x9100, 0x91ff)));
    }

    @Test
    void aListenerMayChangeTheMapWhichIsARoundOfItsOwn() {
        listen();
        doAnswer(call -> {
                    ram.setEnabled(false);
                    return null;
                })
                .when(first)
                .regionAdd(at(0x1000));

        system.addSubregion(0x1000, ram);

        InOrder order = inOrder(second);
        order.verify(second).begin();
        order.verify(second).regionAdd(at(0x1000));
        order.verify(second).commit();
        order.verify(second).begin();
        order.verify(second).regionDel(at(0x1000));
        order.verify(second).commit();
        assertThat(memory.view().ranges()).isEmpty();
    }

    @Test
    void whatAListenerThrowsComesOutAfterAllHaveHeard() {
        listen();
        doThrow(new IllegalStateException("full")).when(first).regionAdd(any());

        assertThatThrownBy(() -> system.addSubregion(0x1000, ram))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");

        verify(second).regionAdd(at(0x1000));
        verify(first).commit();
        assertThat(memory.view().ranges()).hasSize(1);
    }

    @Test
    void aListenerListensInOnePlace() {
        AddressSpace other = topology.newAddressSpace("other", system);
        memory.addListener(first);

        assertThatThrownBy(() -> other.addListener(first))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the listener listens already: make one for each address space");
        assertThatThrownBy(() -> other.removeListener(first)).isInstanceOf(IllegalArgumentException.class);
    }
}
