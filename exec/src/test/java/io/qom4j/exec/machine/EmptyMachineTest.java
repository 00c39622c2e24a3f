// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.mtree.MtreePrinter;
import io.qom4j.exec.region.MemTxAttributes;
import io.qom4j.exec.region.MemoryRegion;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code qemu -machine none} has before anybody adds anything. */
class EmptyMachineTest {
    private final Qom qom = Qom.builder().module(new ExecModule()).build();
    private final EmptyMachine machine = EmptyMachine.create(qom);

    @AfterEach
    void close() {
        qom.close();
    }

    @Test
    void itsObjectsAreWhereQemuHasThem() {
        assertThat(qom.resolve("/machine").typeName()).isEqualTo("none-machine");
        assertThat(qom.resolve("/machine/peripheral").typeName()).isEqualTo("container");
        assertThat(qom.resolve("/machine/peripheral-anon").typeName()).isEqualTo("container");
        assertThat(machine.system().canonicalPath()).isEqualTo("/machine/unattached/system[0]");
        assertThat(machine.ports().canonicalPath()).isEqualTo("/machine/unattached/io[0]");
    }

    @Test
    void itsTreePrintsAsInQemu() {
        assertThat(MtreePrinter.of(qom).withOwners().tree()).isEqualTo("""
                address-space: memory
                  0000000000000000-ffffffffffffffff (prio 0, i/o): system parent:{obj path=/machine/unattached}

                address-space: I/O
                  0000000000000000-000000000000ffff (prio 0, i/o): io parent:{obj path=/machine/unattached}

                """);
    }

    @Test
    void itsViewsPrintAsInQemu() {
        assertThat(MtreePrinter.of(qom).flatViews()).isEqualTo("""
                FlatView #0
                 AS "memory", root: system
                 Root memory region: (none)
                  No rendered FlatView

                FlatView #1
                 AS "I/O", root: io
                 Root memory region: io
                  0000000000000000-000000000000ffff (prio 0, i/o): io

                """);
    }

    @Test
    void memoryThatIsTheOnlyThingThereIsWhereRenderingStarts() {
        MemoryRegion ram = MemoryRegion.free(qom, "m0").newRam(0x10000);
        machine.system().addSubregion(0, ram);

        assertThat(machine.memory().view().root()).isSameAs(ram);
        assertThat(MtreePrinter.of(qom).flatViews())
                .contains(" AS \"memory\", root: system\n Root memory region: m0\n");
    }

    @Test
    void unassignedMemoryReadsAsZeroAndPortsAsOnes() {
        assertThat(machine.memory().getLong(0xf_ffff_0000L, ByteOrder.LITTLE_ENDIAN))
                .isZero();
        assertThat(machine.io().getInt(0x80, ByteOrder.LITTLE_ENDIAN)).isEqualTo(-1);
        assertThat(machine.io().getByte(0x80)).isEqualTo((byte) -1);
        assertThat(machine.io()
                        .load(0x80, 2, ByteOrder.LITTLE_ENDIAN, MemTxAttributes.UNSPECIFIED)
                        .value())
                .isEqualTo(0xffff);
        assertThat(machine.memory()
                        .load(0, 1, ByteOrder.LITTLE_ENDIAN, MemTxAttributes.UNSPECIFIED)
                        .result()
                        .isOk())
                .isFalse();
    }

    @Test
    void aRuntimeHasOneMachine() {
        assertThatThrownBy(() -> EmptyMachine.create(qom)).isInstanceOf(QomException.class);

        assertThat(machine.memory().root()).isSameAs(machine.system());
    }
}
