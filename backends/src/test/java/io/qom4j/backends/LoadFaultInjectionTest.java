// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.config.LoadStage;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load of memory backends that is stopped before each of its steps in turn: RAM blocks, tree and files are as before. */
class LoadFaultInjectionTest {
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    Path folder;

    private final Qom qom = Qom.create();

    @BeforeEach
    void makeWhatIsThereBefore() throws IOException {
        Files.writeString(folder.resolve("empty.img"), "");
        Files.writeString(folder.resolve("kept.img"), "x".repeat(65536));
        ConfigLoader.of(qom)
                .text("[{'qom-type': 'memory-backend-ram', 'id': 'before', 'size': '64k'}]", "before.json")
                .load();
    }

    @AfterEach
    void close() {
        qom.close();
    }

    private ConfigLoader loader() {
        return ConfigLoader.of(qom).text("""
                        {'globals': {'memory-backend': {'merge': false}},
                         'objects': [
                          {'qom-type': 'memory-backend-file', 'id': 'new', 'size': '64k', 'mem-path': '%1$s/new.img', 'share': true},
                          {'qom-type': 'memory-backend-file', 'id': 'grown', 'size': '64k', 'mem-path': '%1$s/empty.img', 'share': true},
                          {'qom-type': 'memory-backend-file', 'id': 'kept', 'size': '64k', 'mem-path': '%1$s/kept.img', 'share': true},
                          {'qom-type': 'memory-backend-ram', 'id': 'm0', 'size': '64k', 'prealloc': true, 'prealloc-context': 't0'},
                          {'qom-type': 'thread-context', 'id': 't0'}]}
                        """.formatted(folder), "vm.json");
    }

    private String state() throws IOException {
        TreeMap<String, Object> state = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                state.put(each.getFileName().toString(), Files.readString(each).hashCode() + ":" + Files.size(each));
            }
        }
        List<String> blocks = new ArrayList<>();
        for (RamBlock each : qom.service(RamList.class).snapshot()) {
            blocks.add(each.label() + "@" + each.offset() + "+" + each.maxLength());
        }
        return state + " " + blocks + " " + qom.objects().all();
    }

    @Test
    void faultBeforeAnyStepLeavesRamTreeAndFilesAsTheyWere() throws IOException {
        String before = state();
        int reached = 0;
        for (boolean isLoaded = false; !isLoaded; reached++) {
            int[] left = {reached};
            ConfigLoader loader = loader().progress((stage, subject) -> {
                if (left[0]-- == 0) {
                    throw new Fault();
                }
            });
            try {
                loader.load();
                isLoaded = true;
            } catch (Fault fault) {
                assertThat(state()).as("stopped before step " + reached).isEqualTo(before);
            }
        }
        assertThat(reached).isGreaterThan(25);
        assertThat(qom.service(RamList.class).snapshot()).hasSize(5);
    }

    @Test
    void loadThatIsTakenBackLeavesNoFileAndNoByte() throws IOException {
        String before = state();
        loader().load().takeBack();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void faultWhenEverythingIsReadyIsStillInTime() throws IOException {
        String before = state();
        assertThatThrownBy(() -> loader().progress((stage, subject) -> {
                            if (stage == LoadStage.PUBLISH) {
                                throw new Fault();
                            }
                        })
                        .load())
                .isInstanceOf(Fault.class);
        assertThat(state()).isEqualTo(before);
    }
}
