// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.qom4j.exec.host.Host;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RamPageSizesTest {
    private static final long HUGE = 2 << 20;

    private final Host host = Host.system();
    private final RamList list = new RamList(host);
    private final List<String> warnings = new ArrayList<>();

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void onlyMappedBlocksCountForTheGuest() {
        list.allocator().allocate(RamRequest.of(RamBlockOwner.named("spare"), 4096));
        assertThat(list.pageSizes().largest()).isEqualTo(4096);
        assertThat(list.pageSizes().largestMapped()).isZero();
        assertThat(list.pageSizes().smallestMapped()).isEqualTo(Long.MAX_VALUE);
        list.allocator().allocate(RamRequest.of(owner(true), 4096));
        assertThat(list.pageSizes().largestMapped()).isEqualTo(4096);
        assertThat(list.pageSizes().smallestMapped()).isEqualTo(4096);
    }

    @Test
    void withoutMappedBlocksMainMemoryDecides() {
        assertThat(sizes(block(HUGE, false)).guestRam(false)).isEqualTo(host.pageSize());
        assertThat(sizes(block(HUGE, false)).guestRam(HUGE, false)).isEqualTo(HUGE);
        assertThat(warnings).isEmpty();
    }

    @Test
    void theSmallestMappedPageDecidesIfAllMemoryIsInBackends() {
        RamPageSizes sizes = sizes(block(HUGE, true), block(HUGE * 512, true));
        assertThat(sizes.guestRam(true)).isEqualTo(HUGE);
        assertThat(sizes.smallestMapped()).isEqualTo(HUGE);
        assertThat(sizes.largestMapped()).isEqualTo(HUGE * 512);
        assertThat(warnings).isEmpty();
    }

    @Test
    void ordinaryMainMemoryBesideHugePagesIsWarnedAbout() {
        assertThat(sizes(block(HUGE, true)).guestRam(4096, false)).isEqualTo(4096);
        assertThat(warnings).containsExactly("Huge page support disabled (n/a for main memory).");
    }

    private RamPageSizes sizes(RamBlock... blocks) {
        return new RamPageSizes(List.of(blocks), host, warnings::add);
    }

    /** Huge pages are not there on every host, so their blocks are played. */
    private static RamBlock block(long pageSize, boolean isMapped) {
        RamBlock block = mock(RamBlock.class);
        RamBlockOwner owner = owner(isMapped);
        when(block.pageSize()).thenReturn(pageSize);
        when(block.owner()).thenReturn(owner);
        return block;
    }

    private static RamBlockOwner owner(boolean isMapped) {
        return new RamBlockOwner() {
            @Override
            public String name() {
                return "m";
            }

            @Override
            public boolean isMapped() {
                return isMapped;
            }
        };
    }
}
