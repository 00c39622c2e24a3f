// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.backends.HostMemoryBackend;
import io.qom4j.core.Qom;
import io.qom4j.core.text.SizeText;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.util.List;

/**
 * Prints a runtime's RAM blocks, and what each memory backend's contents survive.
 *
 * <p>Confined to one thread.
 */
final class MemoryPrinter {
    private final Terminal terminal;
    private final Qom qom;

    MemoryPrinter(Terminal terminal, Qom qom) {
        this.terminal = terminal;
        this.qom = qom;
    }

    /** Prints a row for each RAM block, in the order of QEMU's {@code info ramblock}: the biggest first. */
    void printBlocks() {
        TextTable table = new TextTable(
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT);
        table.row("block", "page size", "offset", "used", "total", "flags");
        List<RamBlock> blocks = qom.service(RamList.class).snapshot();
        for (RamBlock block : blocks) {
            String words = block.flags().words();
            table.row(
                    block.label(),
                    SizeText.format(block.pageSize()),
                    hex(block.offset()),
                    hex(block.usedLength()),
                    hex(block.maxLength()),
                    words.isEmpty() ? "-" : words);
        }
        if (blocks.isEmpty()) {
            terminal.line("  none");
        } else {
            table.lines().forEach(line -> terminal.line("  " + line));
        }
    }

    private static String hex(long value) {
        return String.format("0x%016x", value);
    }

    /** Prints a line for each memory backend: whether its contents persist, and why. */
    void printPersistence() {
        TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT, TextTable.Side.LEFT);
        boolean any = false;
        for (HostMemoryBackend backend : HostMemoryBackend.all(qom)) {
            RamBlock block = backend.block();
            if (block != null) {
                table.row(
                        String.valueOf(backend.name()),
                        block.persistence().word(),
                        block.persistence().reason());
                any = true;
            }
        }
        if (any) {
            table.lines().forEach(line -> terminal.line("  " + line));
        } else {
            terminal.line("  no memory backend");
        }
    }
}
