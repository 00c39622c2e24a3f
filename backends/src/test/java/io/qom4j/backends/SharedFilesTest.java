// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warning about two backends that write to one file. */
class SharedFilesTest {
    @TempDir
    Path folder;

    private final Backends backends = new Backends(QemuRelease.V10_0);
    private Path file = Path.of("");

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.write(folder.resolve("f"), new byte[16384]);
    }

    @AfterEach
    void stop() {
        backends.close();
    }

    private void add(String id, Path path, String members) {
        backends.add("{'qom-type': 'memory-backend-file', 'id': '" + id + "', 'size': 8192, 'mem-path': '" + path + "'"
                + members + "}");
    }

    @Test
    void namesBoth() {
        add("one", file, ", 'share': true");
        add("two", file, ", 'share': true");
        assertThat(backends.warnings)
                .containsExactly("memory backends 'one' and 'two' both map " + file + " so that they write to it");
    }

    @Test
    void recognisesAFileByAnyOfItsNames() throws IOException {
        Path link = Files.createLink(folder.resolve("g"), file);
        add("one", file, ", 'share': true");
        add("two", link, ", 'share': true");
        assertThat(backends.warnings).hasSize(1);
    }

    @Test
    void isNotGivenIfOneOfThemOnlyReads() {
        add("one", file, ", 'share': true");
        add("two", file, ", 'share': true, 'readonly': true");
        add("three", file, ", 'share': false");
        assertThat(backends.warnings).isEmpty();
    }

    @Test
    void isNotGivenIfTheyMapDifferentParts() {
        add("one", file, ", 'share': true");
        add("two", file, ", 'share': true, 'offset': 8192");
        assertThat(backends.warnings).isEmpty();
    }

    @Test
    void isNotGivenOnceTheFirstIsGone() {
        add("one", file, ", 'share': true");
        backends.qom.objects().delete("one");
        add("two", file, ", 'share': true");
        assertThat(backends.warnings).isEmpty();
    }

    @Test
    void isNotGivenBecauseOfABackendThatWasRefused() {
        assertThatThrownBy(() -> add("one", file, ", 'share': true, 'policy': 'bind'"))
                .hasMessage("host-nodes must be set for policy bind");
        add("two", file, ", 'share': true");
        assertThat(backends.warnings).isEmpty();
    }
}
