// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.host.Host;
import org.junit.jupiter.api.Test;

class RamBlockTableTest {
    @Test
    void blocksAreListedAsTheMonitorDoes() {
        try (RamList list = new RamList(Host.system())) {
            named(list, RamRequest.of(RamBlockOwner.named("ram0"), 0x100000));
            named(list, RamRequest.of(RamBlockOwner.named("pc.bios"), 0x10000));
            named(
                    list,
                    RamRequest.of(RamBlockOwner.named("/rom@etc/acpi/tables"), 0x1000)
                            .resizeable(0x200000, null));
            list.allocator().allocate(RamRequest.of(RamBlockOwner.named("unattached"), 1));
            assertThat(RamBlockTable.of(list)).isEqualTo("""
                                          Block Name    PSize              Offset               Used              Total
                                /rom@etc/acpi/tables    4 KiB  0x0000000000140000 0x0000000000001000 0x0000000000200000
                                                ram0    4 KiB  0x0000000000000000 0x0000000000100000 0x0000000000100000
                                             pc.bios    4 KiB  0x0000000000100000 0x0000000000010000 0x0000000000010000
                                                        4 KiB  0x0000000000340000 0x0000000000001000 0x0000000000001000
                            """);
        }
    }

    @Test
    void newerReleasesAddTheAddressAndWhetherTheGuestMayWrite() {
        RamBlockOwner rom = new RamBlockOwner() {
            @Override
            public String name() {
                return "rom";
            }

            @Override
            public boolean isReadOnly() {
                return true;
            }
        };
        try (RamList list = new RamList(Host.system())) {
            named(list, RamRequest.of(RamBlockOwner.named("ram"), 8192));
            named(list, RamRequest.of(rom, 4096));
            long ram = list.blockAtOffset(0).address();
            long other = list.blockAtOffset(0x40000).address();
            assertThat(RamBlockTable.of(list, RamBlockTable.Columns.NEWER)).isEqualTo("""
                                          Block Name    PSize              Offset               Used              Total                HVA  RO
                                                 ram    4 KiB  0x0000000000000000 0x0000000000002000 0x0000000000002000 0x%016x  rw
                                                 rom    4 KiB  0x0000000000040000 0x0000000000001000 0x0000000000001000 0x%016x  ro
                            """.formatted(ram, other));
        }
    }

    private static void named(RamList list, RamRequest request) {
        list.setIdstr(list.allocator().allocate(request));
    }
}
