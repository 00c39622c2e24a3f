// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.ram.DiscardCoordination.Claim.DISABLE;
import static io.qom4j.exec.ram.DiscardCoordination.Claim.DISABLE_UNCOORDINATED;
import static io.qom4j.exec.ram.DiscardCoordination.Claim.REQUIRE;
import static io.qom4j.exec.ram.DiscardCoordination.Claim.REQUIRE_COORDINATED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.DiscardCoordination.Claim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RamDiscardTest {
    private static final long SIZE = 16_384;

    private final Host host = Host.system();
    private final RamList list = new RamList(host);
    private final RamDiscard discard = list.discard();

    @TempDir
    Path directory;

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void discardedMemoryReadsAsZerosWhateverItsKind() {
        for (RamBlock block : new RamBlock[] {
            list.allocator().allocate(request(0)),
            list.allocator().allocate(request(RamFlags.RAM_SHARED)),
            file(RamFlags.RAM_SHARED)
        }) {
            block.segment().fill((byte) 1);
            discard.discard(block, 4096, 8192);
            assertThat(block.segment().get(JAVA_BYTE, 4095)).isEqualTo((byte) 1);
            assertThat(block.segment().get(JAVA_BYTE, 4096)).isZero();
            assertThat(block.segment().get(JAVA_BYTE, 12_287)).isZero();
            assertThat(block.segment().get(JAVA_BYTE, 12_288)).isEqualTo((byte) 1);
        }
    }

    @Test
    void aSharedFileLosesStorageAndKeepsItsLength() {
        RamBlock block = file(RamFlags.RAM_SHARED);
        block.segment().fill((byte) 1);
        discard.discard(block, 0, SIZE);
        assertThat(host.fstat(block.fd()).blocks()).isZero();
        assertThat(host.fstat(block.fd()).size()).isEqualTo(SIZE);
    }

    @Test
    void aPrivateMappingOfANamedFileIsRefusedUnlessMeant() throws Exception {
        byte[] bytes = new byte[(int) SIZE];
        bytes[0] = 7;
        Files.write(directory.resolve("f"), bytes);
        RamBlock block = file(0);
        assertThatThrownBy(() -> discard.discard(block, 0, 4096))
                .isInstanceOf(RamException.class)
                .hasMessageContaining("would change the file");
        assertThat(Files.readAllBytes(directory.resolve("f"))[0]).isEqualTo((byte) 7);
        discard.discardWithFile(block, 0, 4096);
        assertThat(Files.readAllBytes(directory.resolve("f"))[0]).isZero();
    }

    @Test
    void readonlyFilesAreRefused() throws Exception {
        Files.write(directory.resolve("f"), new byte[(int) SIZE]);
        RamBlock block = file(RamFlags.RAM_SHARED | RamFlags.RAM_READONLY | RamFlags.RAM_READONLY_FD);
        assertThatThrownBy(() -> discard.discard(block, 0, 4096))
                .hasMessage("ram_block_discard_range: Discarding RAM with readonly files is not supported");
    }

    @Test
    void rangesMustBeAlignedAndInside() {
        RamBlock block = list.allocator().allocate(request(0));
        assertThatThrownBy(() -> discard.discard(block, 1, 4096))
                .hasMessage(
                        String.format("ram_block_discard_range: Unaligned start address: 0x%x", block.address() + 1));
        assertThatThrownBy(() -> discard.discard(block, 0, 100))
                .hasMessage("ram_block_discard_range: Unaligned length: 64");
        assertThatThrownBy(() -> discard.discard(block, 4096, SIZE))
                .hasMessage("ram_block_discard_range: Overrun block 'm' (4096/4000/4000)");
        assertThatThrownBy(() -> discard.discard(block, 4096, Long.MIN_VALUE)).isInstanceOf(RamException.class);
        assertThatThrownBy(() -> discard.discard(block, -4096, 4096)).isInstanceOf(RamException.class);
    }

    @Test
    void claimsThatContradictEachOtherAreRefusedUntilClosed() {
        assertThat(conflictsOf(DISABLE)).isEqualTo(EnumSet.of(REQUIRE, REQUIRE_COORDINATED));
        assertThat(conflictsOf(DISABLE_UNCOORDINATED)).isEqualTo(EnumSet.of(REQUIRE));
        assertThat(conflictsOf(REQUIRE)).isEqualTo(EnumSet.of(DISABLE, DISABLE_UNCOORDINATED));
        assertThat(conflictsOf(REQUIRE_COORDINATED)).isEqualTo(EnumSet.of(DISABLE));
    }

    @Test
    void claimsAreCountedAndEndOnce() {
        DiscardCoordination coordination = discard.coordination();
        DiscardCoordination.Hold first = coordination.claim(DISABLE);
        DiscardCoordination.Hold second = coordination.claim(DISABLE);
        first.close();
        first.close();
        assertThat(coordination.isDisabled()).isTrue();
        second.close();
        assertThat(coordination.isDisabled()).isFalse();
        try (DiscardCoordination.Hold required = coordination.claim(REQUIRE_COORDINATED)) {
            assertThat(required).isNotNull();
            assertThat(coordination.isRequired()).isTrue();
        }
        assertThat(coordination.isRequired()).isFalse();
    }

    private static Set<Claim> conflictsOf(Claim held) {
        Set<Claim> refused = EnumSet.noneOf(Claim.class);
        for (Claim claim : Claim.values()) {
            DiscardCoordination coordination = new DiscardCoordination();
            DiscardCoordination.Hold hold = coordination.claim(held);
            try {
                coordination.claim(claim).close();
            } catch (RamException busy) {
                assertThat(busy).hasMessageEndingWith("Device or resource busy");
                refused.add(claim);
            }
            hold.close();
            coordination.claim(claim).close();
        }
        return refused;
    }

    private RamBlock file(int flags) {
        return list.allocator()
                .allocateFromFile(request(flags), directory.resolve("f").toString(), 0);
    }

    private static RamRequest request(int flags) {
        return RamRequest.of(RamBlockOwner.named("m"), SIZE).withFlags(RamFlags.of(flags));
    }
}
