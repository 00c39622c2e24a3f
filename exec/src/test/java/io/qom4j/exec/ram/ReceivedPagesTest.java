// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReceivedPagesTest {
    private final ReceivedPages received = new ReceivedPages(70 * 4096, 12);

    @Test
    void pagesAreRemembered() {
        received.start();
        received.set(4096 + 5);
        received.setRange(64 * 4096, 2);
        assertThat(received.test(4096)).isTrue();
        assertThat(received.test(0)).isFalse();
        assertThat(received.test(65 * 4096)).isTrue();
        assertThat(received.test(66 * 4096)).isFalse();
    }

    @Test
    void theWireFormIsLengthBitsAndMark() {
        received.start();
        received.set(0);
        received.set(9 * 4096);
        received.set(69 * 4096);
        assertThat(HexFormat.of().formatHex(received.toWire()))
                .isEqualTo("0000000000000010" + "0102000000000000" + "2000000000000000" + "0123456789abcdef");
    }

    @Test
    void theWireFormIsReadBack() {
        received.start();
        received.set(9 * 4096);
        ReceivedPages source = new ReceivedPages(70 * 4096, 12);
        source.fromWire(received.toWire());
        assertThat(source.test(9 * 4096)).isTrue();
        assertThat(source.test(8 * 4096)).isFalse();
        assertThat(source.toWire()).isEqualTo(received.toWire());
    }

    @Test
    void aWireFormOfAnotherLengthOrEndIsRefusedAndChangesNothing() {
        ReceivedPages longer = new ReceivedPages(700 * 4096, 12);
        longer.start();
        assertThatThrownBy(() -> received.fromWire(longer.toWire()))
                .isInstanceOf(RamException.class)
                .hasMessage("received-page bitmap of 0x58 bytes in 0x68, not 0x10");
        assertThatThrownBy(() -> received.fromWire(new byte[3])).isInstanceOf(RamException.class);
        received.start();
        byte[] broken = received.toWire();
        broken[31] = 0;
        received.stop();
        assertThatThrownBy(() -> received.fromWire(broken))
                .isInstanceOf(RamException.class)
                .hasMessage("received-page bitmap ends in 0x0123456789abcd00, not 0x0123456789abcdef");
        assertThat(received.started()).isFalse();
    }

    @Test
    void aNewMigrationStartsEmpty() {
        received.start();
        received.set(0);
        received.start();
        assertThat(received.test(0)).isFalse();
        received.stop();
        assertThat(received.started()).isFalse();
    }

    @Test
    void pagesOutsideOrBeforeTheStartAreRefused() {
        assertThatThrownBy(() -> received.test(0)).isInstanceOf(IllegalStateException.class);
        received.start();
        assertThatThrownBy(() -> received.set(70 * 4096)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> received.set(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
