// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes and ranges at the ends of what 64 bits can say. */
class RegionSizeTest {
    @Test
    void twoToTheSixtyFourIsLargerThanAnyOther() {
        assertThat(List.of(RegionSize.WHOLE, RegionSize.of(-1), RegionSize.of(1), RegionSize.ZERO))
                .isSortedAccordingTo((left, right) -> right.compareTo(left));
    }

    @Test
    void sizesShowInHexadecimal() {
        assertThat(RegionSize.WHOLE).hasToString("0x10000000000000000");
        assertThat(RegionSize.of(-1)).hasToString("0xffffffffffffffff");
    }

    @Test
    void theLastByteOfAllIsTheHighestAddress() {
        assertThat(RegionSize.WHOLE.last()).isEqualTo(-1);
        assertThat(RegionSize.of(-1).last()).isEqualTo(-2);
        assertThatThrownBy(RegionSize.ZERO::last).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rangesCompareUnsigned() {
        AddressRange high = new AddressRange(0xffff_ffff_0000_0000L, -1);

        assertThat(high.contains(-1)).isTrue();
        assertThat(high.contains(0)).isFalse();
        assertThat(high.intersects(AddressRange.WHOLE)).isTrue();
        assertThat(high.intersection(AddressRange.WHOLE)).isEqualTo(high);
        assertThat(AddressRange.WHOLE.size()).isEqualTo(RegionSize.WHOLE);
        assertThat(high.size()).isEqualTo(RegionSize.of(0x1_0000_0000L));
    }

    @Test
    void aRangeIsNeverEmptyAndNeverWraps() {
        assertThatThrownBy(() -> AddressRange.of(5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddressRange.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(AddressRange.of(-1, 1).last()).isEqualTo(-1);
    }
}
