// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.region.IommuEntry;
import io.qom4j.exec.region.IommuTranslator;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accesses that go on in another address space. */
class IommuTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final MemTxAttributes ANYBODY = MemTxAttributes.UNSPECIFIED;

    private final Machine machine = new Machine();
    private final MemoryRegion ram = machine.ram("ram", 0x4000);
    private final MemoryTopology topology = machine.qom().service(MemoryTopology.class);
    private final AddressSpace memory = topology.newAddressSpace("memory", ram);

    @AfterEach
    void close() {
        machine.close();
    }

    private AddressSpace dma(IommuTranslator translator) {
        return topology.newAddressSpace(
                "dma", MemoryRegion.free(machine.qom(), "iommu").iommu(translator, RegionSize.WHOLE));
    }

    /** Pages in reverse: page 0 is the last one. Odd pages are read-only. */
    private IommuEntry reverse(long offset) {
        long page = offset >>> 12;
        return new IommuEntry(memory, (3 - page) << 12, 0xfff, page < 4, page % 2 == 0);
    }

    @Test
    void eachPageOfATransferGoesItsOwnWay() {
        AddressSpace dma = dma((offset, isWrite, attributes) -> reverse(offset));
        memory.putLong(0x3ff8, 0x11, LITTLE);
        memory.putLong(0x2000, 0x22, LITTLE);
        byte[] bytes = new byte[16];

        assertThat(dma.read(0xff8, MemorySegment.ofArray(bytes))).isEqualTo(MemTxResult.OK);

        assertThat(bytes[0]).isEqualTo((byte) 0x11);
        assertThat(bytes[8]).isEqualTo((byte) 0x22);
        assertThat(dma.getLong(0xff8, LITTLE)).isEqualTo(0x11);
        assertThat(dma.getLong(0xffc, LITTLE)).isEqualTo(0x22L << 32);
    }

    @Test
    void whatMayNotPassIsDropped() {
        AddressSpace dma = dma((offset, isWrite, attributes) -> reverse(offset));

        assertThat(dma.store(0x1000, 4, 7, LITTLE, ANYBODY)).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(dma.store(0x2000, 4, 7, LITTLE, ANYBODY)).isEqualTo(MemTxResult.OK);
        assertThat(dma.load(0x8000, 4, LITTLE, ANYBODY)).isEqualTo(new MemoryWords.Loaded(0, MemTxResult.DECODE_ERROR));

        assertThat(memory.getInt(0x1000, LITTLE)).isEqualTo(7);
        assertThat(memory.getInt(0x2000, LITTLE)).isZero();
    }

    @Test
    void whoAsksAndWhatForIsKnownToTheTranslator() {
        AddressSpace dma = dma((offset, isWrite, attributes) ->
                new IommuEntry(memory, attributes.requesterId() == 5 ? 0x1000 : 0, 0xfff, !isWrite, isWrite));

        dma.store(8, 4, 9, LITTLE, MemTxAttributes.ofRequester(5));

        assertThat(memory.getInt(0x1008, LITTLE)).isEqualTo(9);
    }

    @Test
    void translationGoesOnBehindTheIommuIfAsked() {
        AddressSpace dma = dma((offset, isWrite, attributes) -> reverse(offset));

        Translation there = dma.translate(0x10, 0x10000, false, ANYBODY);

        assertThat(there.region()).isSameAs(ram);
        assertThat(there.offset()).isEqualTo(0x3010);
        assertThat(there.length()).isEqualTo(0xff0);
        assertThat(dma.translate(0x1000, 8, true, ANYBODY)).isNull();
        assertThat(dma.translate(0x10, 8).region()).isSameAs(dma.root());
    }

    @Test
    void iommusThatLeadRoundInACircleAnswerNothing() {
        AddressSpace[] round = new AddressSpace[1];
        round[0] = dma((offset, isWrite, attributes) -> new IommuEntry(round[0], offset, 0xfff, true, true));

        assertThat(round[0].load(0, 4, LITTLE, ANYBODY).result()).isEqualTo(MemTxResult.DECODE_ERROR);
        assertThat(round[0].translate(0, 4, false, ANYBODY)).isNull();
    }

    @Test
    void blocksAreOfPowersOfTwo() {
        assertThatThrownBy(() -> new IommuEntry(memory, 0, 0x1001, true, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address mask 0x1001 has gaps: it must be a power of two less 1, such as 0xfff");
    }
}
