// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.qom4j.core.Qom;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamListOptions;
import io.qom4j.exec.region.AccessRules;
import io.qom4j.exec.region.DeviceEndian;
import io.qom4j.exec.region.EventNotifier;
import io.qom4j.exec.region.IoEvent;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxException;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionOps;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** How a device is asked: operations are mocks, and the order of their calls is what counts. */
class DeviceAccessTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final MemTxAttributes ANYBODY = MemTxAttributes.UNSPECIFIED;

    private final Qom qom = Qom.builder().module(new ExecModule()).build();
    private final RegionOps ops = mock(RegionOps.class);

    @AfterEach
    void close() {
        qom.close();
    }

    private AddressSpace space(AccessRules rules) {
        return space(qom, rules);
    }

    private AddressSpace space(Qom runtime, AccessRules rules) {
        when(ops.rules()).thenReturn(rules);
        when(ops.accepts(anyLong(), anyInt(), anyBoolean(), any())).thenReturn(true);
        MemoryRegion region = MemoryRegion.free(runtime, "regs").io(ops, 0x1000);
        return runtime.service(MemoryTopology.class).newAddressSpace("bus", region);
    }

    @Test
    void aLargeReadIsMadeOfPiecesFromTheLowestAddressOn() {
        AddressSpace space = space(AccessRules.DEFAULT.valid(1, 8).endian(DeviceEndian.LITTLE));
        // A timer whose 64-bit register is two of 32 bits.
        when(ops.read(0, 4, ANYBODY)).thenReturn(0x8086_a201L);
        when(ops.read(4, 4, ANYBODY)).thenReturn(0x0098_9680L);

        assertThat(space.getLong(0, LITTLE)).isEqualTo(0x0098_9680_8086_a201L);

        InOrder order = inOrder(ops);
        order.verify(ops).accepts(0, 8, false, ANYBODY);
        order.verify(ops).read(0, 4, ANYBODY);
        order.verify(ops).read(4, 4, ANYBODY);
        order.verifyNoMoreInteractions();
    }

    @Test
    void aBigEndianDeviceHasItsHighPartAtTheLowestAddress() {
        AddressSpace space = space(AccessRules.DEFAULT.endian(DeviceEndian.BIG).impl(1, 2));

        space.putInt(0x10, 0x1122_3344, ByteOrder.BIG_ENDIAN);
        space.putInt(0x20, 0x1122_3344, LITTLE);

        InOrder order = inOrder(ops);
        order.verify(ops).write(0x10, 0x1122, 2, ANYBODY);
        order.verify(ops).write(0x12, 0x3344, 2, ANYBODY);
        order.verify(ops).write(0x20, 0x4433, 2, ANYBODY);
        order.verify(ops).write(0x22, 0x2211, 2, ANYBODY);
    }

    @Test
    void aNativeDeviceHasTheOrderOfItsTarget() {
        try (Qom big = Qom.builder()
                .module(new ExecModule(Host.system(), RamListOptions.STANDARD, ByteOrder.BIG_ENDIAN))
                .build()) {
            AddressSpace space = space(big, AccessRules.DEFAULT);

            space.putShort(0, (short) 0x1122, ByteOrder.BIG_ENDIAN);
            space.putShort(2, (short) 0x1122, LITTLE);

            verify(ops).write(0, 0x1122, 2, ANYBODY);
            verify(ops).write(2, 0x2211, 2, ANYBODY);
        }
    }

    @Test
    void anInterruptControllerThatTakesAlignedWordsOnlyRefusesAllElse() {
        AddressSpace space = space(AccessRules.DEFAULT.valid(4, 4));
        when(ops.read(0x10, 4, ANYBODY)).thenReturn(0x0017_0020L);

        assertThat(space.getInt(0x10, LITTLE)).isEqualTo(0x0017_0020);
        assertThat(space.load(0x10, 2, LITTLE, ANYBODY)).isEqualTo(refused());
        assertThat(space.load(0x11, 4, LITTLE, ANYBODY)).isEqualTo(refused());
        assertThat(space.load(0x10, 8, LITTLE, ANYBODY)).isEqualTo(refused());
        assertThat(space.store(0x12, 1, 1, LITTLE, ANYBODY)).isEqualTo(MemTxResult.DECODE_ERROR);

        verify(ops, times(1)).read(anyLong(), anyInt(), any());
        verify(ops, never()).write(anyLong(), anyLong(), anyInt(), any());
    }

    private static MemoryWords.Loaded refused() {
        return new MemoryWords.Loaded(0, MemTxResult.DECODE_ERROR);
    }

    @Test
    void whatTheDeviceDoesNotAcceptIsNotEvenLookedAt() {
        AddressSpace space = space(AccessRules.DEFAULT);
        when(ops.accepts(eq(8L), anyInt(), eq(true), any())).thenReturn(false);

        assertThat(space.store(8, 4, 1, LITTLE, ANYBODY)).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(space.load(8, 4, LITTLE, ANYBODY).result()).isEqualTo(MemTxResult.OK);

        verify(ops, never()).write(anyLong(), anyLong(), anyInt(), any());
    }

    @Test
    void aFailureOfOnePieceLeavesTheOthers() {
        AddressSpace space = space(AccessRules.DEFAULT.impl(1, 1));
        when(ops.read(anyLong(), anyInt(), any())).thenReturn(0x11L);
        when(ops.read(1, 1, ANYBODY)).thenThrow(new MemTxException(MemTxResult.ERROR));
        when(ops.read(2, 1, ANYBODY)).thenThrow(new MemTxException(MemTxResult.ACCESS_ERROR));

        assertThat(space.load(0, 4, LITTLE, ANYBODY))
                .isEqualTo(new MemoryWords.Loaded(0x1100_0011L, MemTxResult.ERROR.or(MemTxResult.ACCESS_ERROR)));
    }

    @Test
    void anyOtherExceptionEndsTheAccessAndLeavesTheDeviceFree() {
        AddressSpace space = space(AccessRules.DEFAULT);
        when(ops.read(0, 4, ANYBODY))
                .thenThrow(new IllegalStateException("broken"))
                .thenReturn(7L);

        assertThatThrownBy(() -> space.getInt(0, LITTLE)).hasMessage("broken");

        assertThat(space.getInt(0, LITTLE)).isEqualTo(7);
    }

    @Test
    void whoAsksIsPassedOn() {
        AddressSpace space = space(AccessRules.DEFAULT);
        MemTxAttributes nic = MemTxAttributes.ofRequester(0x18).secure();

        space.write(0x20, MemorySegment.ofArray(new byte[] {1, 2}), nic);

        verify(ops).write(0x20, 0x0201, 2, nic);
    }

    @Test
    void operationsRunUnderTheWriterLockUnlessTheRegionDoesWithout() {
        AddressSpace space = space(AccessRules.DEFAULT);
        when(ops.read(anyLong(), anyInt(), any())).thenAnswer(call -> qom.isHeldExclusively() ? 1L : 0L);

        assertThat(space.getByte(0)).isEqualTo((byte) 1);
        space.root().enableLocklessIo();
        assertThat(space.getByte(0)).isZero();
    }

    @Test
    void aWriteThatSignalsDoesNotReachTheDevice() {
        AddressSpace space = space(AccessRules.DEFAULT.endian(DeviceEndian.BIG));
        EventNotifier doorbell = mock(EventNotifier.class);
        EventNotifier any = mock(EventNotifier.class);
        space.root().events().add(IoEvent.of(0x10, 4, 0x1234, doorbell));
        space.root().events().add(IoEvent.of(0x20, 0, any));

        assertThat(space.store(0x10, 4, 0x1234, LITTLE, ANYBODY)).isEqualTo(MemTxResult.OK);
        assertThat(space.store(0x20, 1, 9, LITTLE, ANYBODY)).isEqualTo(MemTxResult.OK);
        verify(ops, never()).write(anyLong(), anyLong(), anyInt(), any());
        space.putInt(0x10, 0x1235, LITTLE);
        space.putShort(0x10, (short) 0x1234, LITTLE);

        verify(doorbell, times(1)).signal();
        verify(any, times(1)).signal();
        verify(ops).write(0x10, 0x3512_0000L, 4, ANYBODY);
        verify(ops).write(0x10, 0x3412, 2, ANYBODY);
    }
}
