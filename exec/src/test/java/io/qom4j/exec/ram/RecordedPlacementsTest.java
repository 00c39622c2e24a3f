// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.MemfdFlags;
import io.qom4j.exec.ram.RecordedCases.Row;
import io.qom4j.exec.ram.RecordedCases.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded sequence, replayed with real memory of the same kinds, must list the same blocks after each step. */
class RecordedPlacementsTest {
    private final Host host = Host.system();

    @TempDir
    Path directory;

    static List<RecordedCases.Case> cases() {
        return RecordedCases.all();
    }

    @Test
    void everyCaseWasRead() {
        assertThat(cases()).hasSize(41);
        assertThat(cases()).allSatisfy(recorded -> assertThat(recorded.steps()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void blocksAreListedAsRecordedAfterEachStep(RecordedCases.Case recorded) {
        try (RamList list = new RamList(host)) {
            Map<String, RamBlock> blocks = new HashMap<>();
            for (Step step : recorded.steps()) {
                if (step.size() == 0) {
                    list.free(blocks.remove(step.id()));
                } else {
                    blocks.put(step.id(), add(list, step));
                }
                assertThat(rows(list)).as("after %s", step.id()).isEqualTo(step.blocks());
            }
        }
    }

    private RamBlock add(RamList list, Step step) {
        RamRequest request = RamRequest.of(RamBlockOwner.named(step.id()), step.size())
                .withFlags(RamFlags.NONE.with(RamFlags.RAM_NORESERVE, !step.reserve()));
        return switch (step.type()) {
            case "memory-backend-ram" -> list.allocator().allocate(request);
            case "memory-backend-file" ->
                list.allocator()
                        .allocateFromFile(request, directory.resolve(step.id()).toString(), 0);
            case "memory-backend-memfd" -> {
                int fd = host.memfdCreate("memory-backend-memfd", MemfdFlags.MFD_CLOEXEC);
                host.ftruncate(fd, step.size());
                yield list.allocator()
                        .allocateFromFd(request.withFlags(request.flags().with(RamFlags.RAM_SHARED)), fd, 0);
            }
            default -> throw new IllegalArgumentException(step.type());
        };
    }

    private static List<Row> rows(RamList list) {
        List<Row> rows = new ArrayList<>();
        for (RamBlock block : list.blocks()) {
            rows.add(new Row(block.idstr(), block.pageSize(), block.offset(), block.usedLength(), block.maxLength()));
        }
        return rows;
    }
}
