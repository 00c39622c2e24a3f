// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemTxResult;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionOps;
import io.qom4j.exec.region.RegionSize;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Devices that are made to access themselves. */
class ReentryTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    private final List<String> warnings = new ArrayList<>();
    private final Qom qom = Qom.builder()
            .module(new ExecModule())
            .warnings(warning -> warnings.add(warning.message()))
            .build();
    private final MemoryRegion system = MemoryRegion.free(qom, "system").container(RegionSize.WHOLE);
    private final AddressSpace memory = qom.service(MemoryTopology.class).newAddressSpace("memory", system);
    private final List<MemTxResult> results = new ArrayList<>();

    /** A device that copies a word when one is written: a DMA engine in its simplest form. */
    private final class Dma implements RegionOps {
        @Override
        public long read(long offset, int size) {
            return 5;
        }

        @Override
        public void write(long offset, long value, int size) {
            results.add(
                    memory.load(value, 4, LITTLE, MemTxAttributes.UNSPECIFIED).result());
        }
    }

    @AfterEach
    void close() {
        qom.close();
    }

    @Test
    void aDeviceIsNotEnteredAgain() {
        system.addSubregion(0xab000, MemoryRegion.free(qom, "dma").io(new Dma(), 0x1000));

        memory.putInt(0xab000, 0xab0ac, LITTLE);
        memory.putInt(0xab000, 0xab0ac, LITTLE);

        assertThat(results).containsExactly(MemTxResult.ACCESS_ERROR, MemTxResult.ACCESS_ERROR);
        assertThat(warnings).containsExactly("Blocked re-entrant IO on MemoryRegion: dma at addr: 0xAC");
        assertThat(memory.getInt(0xab000, LITTLE)).isEqualTo(5);
    }

    @Test
    void allRegionsOfAnOwnerAreOneDevice() {
        QomObject device = qom.newObject("container");
        qom.root().addChild("device", device);
        device.unref();
        system.addSubregion(0, MemoryRegion.ownedBy(device, "dma").io(new Dma(), 0x1000));
        system.addSubregion(0x1000, MemoryRegion.ownedBy(device, "status").io(new Dma(), 0x1000));
        system.addSubregion(0x2000, MemoryRegion.free(qom, "other").io(new Dma(), 0x1000));

        memory.putInt(0, 0x1000, LITTLE);
        memory.putInt(0, 0x2000, LITTLE);

        assertThat(results).containsExactly(MemTxResult.ACCESS_ERROR, MemTxResult.OK);
    }

    @Test
    void aDeviceThatMayBeEnteredAgainIs() {
        MemoryRegion bridge = MemoryRegion.free(qom, "bridge").io(new Dma(), 0x1000);
        bridge.allowReentry();
        system.addSubregion(0, bridge);

        memory.putInt(0, 8, LITTLE);

        assertThat(results).containsExactly(MemTxResult.OK);
        assertThat(warnings).isEmpty();
    }
}
