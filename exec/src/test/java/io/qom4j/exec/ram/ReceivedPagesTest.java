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
