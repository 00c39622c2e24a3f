// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RamFlagsTest {
    @Test
    void theFirstFourBitsAreThoseOfThePatch() {
        assertThat(RamFlags.RAM_PREALLOC).isEqualTo(1 << 0);
        assertThat(RamFlags.RAM_SHARED).isEqualTo(1 << 1);
        assertThat(RamFlags.RAM_RESIZEABLE).isEqualTo(1 << 2);
        assertThat(RamFlags.RAM_PMEM).isEqualTo(1 << 3);
    }

    @Test
    void wishesOfCallersHaveANumberingOfTheirOwn() {
        assertThat(QemuRamFlags.QEMU_RAM_SHARE).isEqualTo(1 << 0);
        assertThat(QemuRamFlags.QEMU_RAM_PMEM).isEqualTo(1 << 1);
        assertThat(new QemuRamFlags(QemuRamFlags.QEMU_RAM_PMEM).toRamFlags()).isEqualTo(RamFlags.of(RamFlags.RAM_PMEM));
    }

    @Test
    void wishesWithoutANameAreIgnored() {
        assertThat(new QemuRamFlags(0xfffffffc)).isEqualTo(new QemuRamFlags(0));
        assertThat(new QemuRamFlags(-1)).isEqualTo(QemuRamFlags.of(true, true));
    }

    @Test
    void wordsNameTheFlagsLowestFirst() {
        assertThat(QemuRamFlags.of(true, true).toRamFlags().words()).isEqualTo("shared pmem");
        assertThat(RamFlags.NONE.words()).isEmpty();
        assertThat(RamFlags.of(RamFlags.RAM_PRIVATE | RamFlags.RAM_PREALLOC).words())
                .isEqualTo("prealloc private");
    }

    @Test
    void flagsWithoutANameAreRefused() {
        assertThatThrownBy(() -> RamFlags.of(1 << 14)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharedAndPrivateExcludeEachOther() {
        assertThatThrownBy(() -> RamFlags.of(RamFlags.RAM_SHARED | RamFlags.RAM_PRIVATE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingAndClearingMakesAnotherSet() {
        RamFlags flags = RamFlags.of(RamFlags.RAM_SHARED).with(RamFlags.RAM_PMEM);
        assertThat(flags.has(RamFlags.RAM_SHARED | RamFlags.RAM_PMEM)).isTrue();
        assertThat(flags.without(RamFlags.RAM_SHARED)).isEqualTo(RamFlags.of(RamFlags.RAM_PMEM));
        assertThat(flags.with(RamFlags.RAM_PMEM, false)).isEqualTo(RamFlags.of(RamFlags.RAM_SHARED));
    }
}
