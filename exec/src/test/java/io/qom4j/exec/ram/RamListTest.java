// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.qom4j.exec.host.ForeignCall;
import io.qom4j.exec.host.Host;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class RamListTest {
    private static final long MIB = 1 << 20;

    private final RamList list = new RamList(Host.system());

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void aBlockIsZeroedRoundedAndFullyDirty() {
        RamBlock block = allocate("a", 1);
        assertThat(block.usedLength()).isEqualTo(4096);
        assertThat(block.size()).isEqualTo(1);
        assertThat(block.segment().get(JAVA_BYTE, 0)).isZero();
        for (DirtyClient client : DirtyClient.values()) {
            assertThat(list.dirty().isAllDirty(block.offset(), 4096, client)).isTrue();
        }
        assertThat(list.dirty().isAnyDirty(4096, 4096, DirtyClient.VGA)).isFalse();
    }

    @Test
    void blocksAreListedLongestFirstAndEqualOnesInOrderOfCreation() {
        RamBlock small = allocate("small", 4096);
        RamBlock first = allocate("first", MIB);
        RamBlock large = allocate("large", 2 * MIB);
        RamBlock second = allocate("second", MIB);
        assertThat(list.blocks()).containsExactly(large, first, second, small);
        assertThat(list.snapshot()).containsExactly(large, first, second, small);
    }

    @Test
    void versionGrowsWithEachAddAndFree() {
        int before = list.version();
        RamBlock block = allocate("a", 4096);
        assertThat(list.version()).isEqualTo(before + 1);
        list.free(block);
        assertThat(list.version()).isEqualTo(before + 2);
    }

    @Test
    void useAfterFreeingThrows() {
        RamBlock block = allocate("a", 4096);
        MemorySegment memory = block.segment();
        list.free(block);
        assertThatThrownBy(() -> memory.get(JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> memory.set(JAVA_BYTE, 0, (byte) 1)).isInstanceOf(IllegalStateException.class);
        assertThat(block.isAlive()).isFalse();
    }

    @Test
    void freeingTwiceIsAMistakeOfTheCaller() {
        RamBlock block = allocate("a", 4096);
        list.free(block);
        assertThatThrownBy(() -> list.free(block))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("freed already");
    }

    @Test
    void freeingNeverWaitsForAForeignCallOnTheMemory() throws Throwable {
        RamBlock block = allocate("a", 4096);
        boolean[] aliveMeanwhile = new boolean[1];
        ForeignCall.during(block.segment(), () -> {
            if (list.contains(block)) {
                list.free(block);
                aliveMeanwhile[0] = block.isAlive();
            }
        });
        assertThat(aliveMeanwhile[0]).isTrue();
        assertThat(list.size()).isZero();
        list.close();
        assertThat(block.isAlive()).isFalse();
    }

    @Test
    void blocksAreFoundByOffsetAddressAndName() {
        RamBlock a = allocate("a", 8192);
        RamBlock b = allocate("b", 4096);
        list.setIdstr(a);
        assertThat(list.findByOffset(a.offset() + 8191)).isSameAs(a);
        assertThat(list.findByOffset(a.offset() + 8192)).isNull();
        assertThat(list.findByHostAddress(b.address())).isSameAs(b);
        assertThat(list.findByHostAddress(b.address() + 4096)).isNull();
        assertThat(list.ramAddrOfHost(b.address() + 5)).isEqualTo(b.offset() + 5);
        assertThat(list.ramAddrOfHost(1)).isEqualTo(RamList.RAM_ADDR_INVALID);
        assertThat(list.findByName("a")).isSameAs(a);
        assertThat(list.findByName("")).isNull();
    }

    @Test
    void anAddressWithoutABlockIsNamed() {
        assertThatThrownBy(() -> list.blockAtOffset(0xabc000L))
                .isInstanceOf(RamException.class)
                .hasMessage("Bad ram offset abc000");
    }

    @Test
    void aHostAddressIsLocatedInItsBlock() {
        RamBlock block = allocate("a", 8192);
        RamBlock second = allocate("b", 8192);
        assertThat(list.locate(block.address() + 4100, false)).isEqualTo(new BlockPosition(block, 4100));
        assertThat(list.locate(block.address() + 4100, true)).isEqualTo(new BlockPosition(block, 4096));
        assertThat(list.locate(1, true)).isNull();
        assertThat(list.requireRamAddrOfHost(second.address() + 5)).isEqualTo(second.offset() + 5);
        assertThatThrownBy(() -> list.requireRamAddrOfHost(0x123))
                .isInstanceOf(RamException.class)
                .hasMessage("Bad ram pointer 0x123");
    }

    @Test
    void suppliedMemoryAndItsFlagComeTogether() {
        RamRequest prealloc = request("a", 4096).withFlags(RamFlags.of(RamFlags.RAM_PREALLOC));
        assertThatThrownBy(() -> list.allocator().allocate(prealloc, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("RAM_PREALLOC is set and no memory is given");
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(4096);
            assertThatThrownBy(() -> list.allocator().allocate(request("a", 4096), memory))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("RAM_PREALLOC is clear and memory is given");
            RamBlock block = list.allocator().allocate(prealloc, memory);
            assertThat(block.address()).isEqualTo(memory.address());
            assertThat(block.flags().has(RamFlags.RAM_PREALLOC)).isTrue();
            list.free(block);
        }
        assertThat(list.allocator().allocate(request("b", 4096), null).flags()).isEqualTo(RamFlags.NONE);
    }

    @Test
    void overlappingMemoryOfTheCallerIsFoundInEitherBlock() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(16384, 4096);
            RamBlock outer = list.allocator().allocateFrom(request("outer", 16384), memory);
            RamBlock inner = list.allocator().allocateFrom(request("inner", 4096), memory.asSlice(4096, 4096));
            assertThat(list.findByHostAddress(memory.address() + 4096)).isSameAs(inner);
            assertThat(list.findByHostAddress(memory.address() + 12288)).isSameAs(outer);
            list.free(inner);
            assertThat(list.findByHostAddress(memory.address() + 4096)).isSameAs(outer);
            list.free(outer);
            assertThat(memory.get(JAVA_BYTE, 0)).isZero();
        }
    }

    @Test
    void memoryOfTheCallerMustBeLongEnoughAndNative() {
        assertThatThrownBy(
                        () -> list.allocator().allocateFrom(request("a", 4096), MemorySegment.ofArray(new long[512])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heap");
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(4096);
            assertThatThrownBy(() -> list.allocator().allocateFrom(request("a", 4097), memory))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("memory has 4096 bytes; the block needs 8192");
        }
    }

    @Test
    void namesStartWithTheDevicePathAndAreUnique() {
        RamBlockOwner vga = new RamBlockOwner() {
            @Override
            public String name() {
                return "vga.vram";
            }

            @Override
            public String devicePath() {
                return "0000:00:02.0";
            }
        };
        RamBlock block = list.allocator().allocate(RamRequest.of(vga, 4096));
        RamBlock twin = list.allocator().allocate(RamRequest.of(vga, 4096));
        list.setIdstr(block);
        assertThat(block.idstr()).isEqualTo("0000:00:02.0/vga.vram");
        assertThatThrownBy(() -> list.setIdstr(twin))
                .isInstanceOf(RamException.class)
                .hasMessage("RAMBlock \"0000:00:02.0/vga.vram\" already registered");
        list.unsetIdstr(block);
        list.setIdstr(twin);
        assertThat(list.findByName("0000:00:02.0/vga.vram")).isSameAs(twin);
    }

    @Test
    void listenersHearOfPresentNewAndGoingBlocksInOrder() {
        RamBlockListener listener = mock(RamBlockListener.class);
        RamBlock before = allocate("before", 4096);
        list.addListener(listener);
        RamBlock after = allocate("after", 4096);
        list.free(before);
        list.removeListener(listener);
        list.free(after);
        InOrder order = inOrder(listener);
        order.verify(listener).added(before);
        order.verify(listener).added(after);
        order.verify(listener).removed(before);
        order.verifyNoMoreInteractions();
    }

    @Test
    void aListenerThatRefusesABlockUndoesTheAllocation() {
        RamBlockListener first = mock(RamBlockListener.class);
        RamBlockListener second = mock(RamBlockListener.class);
        doThrow(new RamException("no room")).when(second).added(any());
        list.addListener(first);
        list.addListener(second);
        assertThatThrownBy(() -> allocate("a", 4096)).hasMessage("no room");
        assertThat(list.size()).isZero();
        verify(first).removed(any());
        verify(second, never()).removed(any());
    }

    @Test
    void resizingTellsListenersFirstAndThenOwnerAndCallback() {
        RamBlockListener listener = mock(RamBlockListener.class);
        ResizeCallback callback = mock(ResizeCallback.class);
        RamBlock block = list.allocator().allocate(request("r", 4096).resizeable(MIB, callback));
        list.addListener(listener);
        list.resize(block, 10_000);
        assertThat(block.usedLength()).isEqualTo(12_288);
        assertThat(block.size()).isEqualTo(10_000);
        assertThat(block.maxLength()).isEqualTo(MIB);
        InOrder order = inOrder(listener, callback);
        order.verify(listener).resizing(block, 4096, 12_288);
        order.verify(callback).resized("", 10_000, block.segment());
    }

    @Test
    void resizingMovesTheDirtyMarksAndKeepsBytes() {
        RamBlock block = list.allocator().allocate(request("r", 8192).resizeable(MIB, null));
        block.segment().set(JAVA_BYTE, 5000, (byte) 9);
        list.resize(block, 4096);
        assertThat(list.dirty().isAnyDirty(block.offset() + 4096, 4096, DirtyClient.MIGRATION))
                .isFalse();
        list.resize(block, 8192);
        assertThat(list.dirty().isAllDirty(block.offset(), 8192, DirtyClient.MIGRATION))
                .isTrue();
        assertThat(block.segment().get(JAVA_BYTE, 5000)).isEqualTo((byte) 9);
    }

    @Test
    void aSizeInTheSamePageOnlyTellsTheCallback() {
        ResizeCallback callback = mock(ResizeCallback.class);
        RamBlock block = list.allocator().allocate(request("r", 4096).resizeable(MIB, callback));
        list.resize(block, 4096);
        verify(callback, never()).resized(any(), anyLong(), any());
        list.resize(block, 4000);
        verify(callback).resized("", 4000, block.segment());
    }

    @Test
    void wrongSizesAreRefusedInQemusWords() {
        RamBlock fixed = allocate("m0", 0x8000);
        assertThatThrownBy(() -> list.resize(fixed, 0x10000))
                .hasMessage("Size mismatch: m0: 0x10000 != 0x8000: Invalid argument");
        RamBlock resizeable = list.allocator().allocate(request("r", 4096).resizeable(8192, null));
        assertThatThrownBy(() -> list.resize(resizeable, 0x3000))
                .hasMessage("Size too large: r: 0x3000 > 0x2000: Invalid argument");
        assertThatThrownBy(() -> list.resize(resizeable, -1)).isInstanceOf(RamException.class);
        assertThat(resizeable.usedLength()).isEqualTo(4096);
    }

    @Test
    void impossibleSizesAreRefusedAndLeaveNothing() {
        assertThatThrownBy(() -> allocate("m", -1))
                .isInstanceOf(RamException.class)
                .hasMessage("cannot set up guest memory 'm': size 0xffffffffffffffff cannot be rounded up to pages");
        assertThatThrownBy(() -> allocate("m", 0)).hasMessage("cannot set up guest memory 'm': size 0x0 has no page");
        for (long size : new long[] {-4096, 1L << 63, 1L << 62, 1L << 47}) {
            assertThatThrownBy(() -> allocate("m", size))
                    .hasMessage("cannot set up guest memory 'm': Cannot allocate memory");
        }
        assertThat(list.version()).isZero();
        assertThat(allocate("m", 4096).offset()).isZero();
    }

    @Test
    void flagsThatAnEntryPointDoesNotKnowAreAMistakeOfTheCaller() {
        assertThatThrownBy(
                        () -> list.allocator().allocate(request("a", 4096).withFlags(RamFlags.of(RamFlags.RAM_PMEM))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pmem'");
    }

    @Test
    void privateIsAWishAtCreationAndNotStored() {
        RamBlock block = list.allocator().allocate(request("a", 4096).withFlags(RamFlags.of(RamFlags.RAM_PRIVATE)));
        assertThat(block.flags()).isEqualTo(RamFlags.NONE);
    }

    @Test
    void onlySomeFlagsCanChange() {
        RamBlock block = allocate("a", 4096);
        list.setFlag(block, RamFlags.RAM_MIGRATABLE, true);
        assertThat(block.isMigratable()).isTrue();
        list.setFlag(block, RamFlags.RAM_MIGRATABLE, false);
        assertThat(block.isMigratable()).isFalse();
        assertThatThrownBy(() -> list.setFlag(block, RamFlags.RAM_SHARED, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rangesAreCheckedAgainstTheUsedLength() {
        RamBlock block = list.allocator().allocate(request("r", 4096).resizeable(MIB, null));
        assertThat(block.range(4000, 96).byteSize()).isEqualTo(96);
        assertThatThrownBy(() -> block.range(4000, 97)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.range(0, Long.MIN_VALUE)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void lastPageAndLargestPageSizeLookAtAllBlocks() {
        assertThat(list.lastRamPage()).isZero();
        assertThat(list.pageSizes().largest()).isZero();
        allocate("a", MIB);
        allocate("b", 4096);
        assertThat(list.lastRamPage()).isEqualTo(257);
        assertThat(list.pageSizes().largest()).isEqualTo(4096);
    }

    private RamBlock allocate(String name, long size) {
        return list.allocator().allocate(request(name, size));
    }

    private static RamRequest request(String name, long size) {
        return RamRequest.of(RamBlockOwner.named(name), size);
    }
}
