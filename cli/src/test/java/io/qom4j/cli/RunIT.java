// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qom run} as people meet it: a process, its output, its exit status, and what it leaves in the folder. */
class RunIT {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> leftInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void goodFileShowsTreeBlocksAndPersistence() throws Exception {
        write("vm.json", """
                {"objects": [
                  {"qom-type": "memory-backend-file", "id": "nv0", "mem-path": "nv0.img", "size": "1M", "share": true, "pmem": true},
                  {"qom-type": "memory-backend-ram", "id": "m0", "size": 65536}
                ]}
                """);
        QomProcess qom = QomProcess.run(folder, "run", "vm.json");
        assertThat(qom.status()).isZero();
        assertThat(qom.out())
                .contains("/nv0 (memory-backend-file)", "/m0 (memory-backend-ram)", "pmem", "nv0.img")
                .containsPattern("nv0 +4 KiB +0x0000000000000000 +0x0000000000100000 +0x0000000000100000 +shared pmem")
                .containsPattern("m0 +none +");
        assertThat(folder.resolve("nv0.img")).hasSize(1 << 20);
    }

    @Test
    void jsonFormatTellsProgramsTheObjectsAndTheBlocks() throws Exception {
        write("vm.json", "[{'qom-type': 'memory-backend-ram', 'id': 'm0', 'size': '64k', 'share': true}]");
        JsonDocument told = JsonReader.strict()
                .read(
                        QomProcess.run(folder, "run", "vm.json", "--format", "json")
                                .out(),
                        "stdout");
        assertThat(told.int64(told.find("/objects/0/children/0/properties/size")))
                .isEqualTo(65536);
        assertThat(told.string(told.find("/objects/0/children/0/path"))).isEqualTo("/objects/m0");
        assertThat(told.string(told.find("/ram-blocks/0/owner"))).isEqualTo("/objects/m0");
        assertThat(told.string(told.find("/ram-blocks/0/flags/0"))).isEqualTo("shared");
    }

    @Test
    void pipedOutputHasNoColours() throws Exception {
        write("vm.json", "[]");
        assertThat(QomProcess.run(folder, "run", "vm.json").out()).doesNotContain("\033");
    }

    @Test
    void oneObjectAloneIsADocument() throws Exception {
        write("vm.json", "{\"qom-type\": \"memory-backend-ram\", \"id\": \"m0\", \"size\": \"64k\"}");
        assertThat(QomProcess.run(folder, "run", "vm.json").out()).contains("/m0 (memory-backend-ram)");
    }

    @Test
    void dashReadsStandardInput() throws Exception {
        QomProcess qom = QomProcess.runWithInput(
                folder, "[{\"qom-type\": \"memory-backend-ram\", \"id\": \"m0\", \"size\": 4096}]", "run", "-");
        assertThat(qom.status()).isZero();
        assertThat(qom.out()).contains("/m0 (memory-backend-ram)");
    }

    @Test
    void objectOptionMakesAnObjectBesideThoseOfAFile() throws Exception {
        write("vm.json", "[]");
        QomProcess qom = QomProcess.run(
                folder, "run", "vm.json", "-object", "memory-backend-ram,id=m1,size=1M,host-nodes=0,policy=bind");
        assertThat(qom.err()).isEmpty();
        assertThat(qom.out()).contains("/m1 (memory-backend-ram)").containsPattern("host-nodes +0\n");
    }

    @Test
    void objectOptionMayBeJson() throws Exception {
        QomProcess qom = QomProcess.run(
                folder, "run", "-object", "{'qom-type': 'memory-backend-ram', 'id': 'm2', 'size': 4096}");
        assertThat(qom.out()).contains("/m2 (memory-backend-ram)");
    }

    @Test
    void mistakeIsShownWithFileAndPosition() throws Exception {
        write("vm.json", """
                [
                  {"qom-type": "memory-backend-ram", "id": "m0", "size": "64k", "merge": "yes please"}
                ]
                """);
        QomProcess qom = QomProcess.run(folder, "run", "vm.json");
        assertThat(qom.status()).isEqualTo(1);
        assertThat(qom.out()).isEmpty();
        assertThat(qom.err()).contains("vm.json:2:74").contains("merge");
    }

    @Test
    void syntaxErrorIsShownWithFileAndPosition() throws Exception {
        write("vm.json", "{\"objects\": [\n  {]\n}");
        QomProcess qom = QomProcess.run(folder, "run", "vm.json");
        assertThat(qom.status()).isEqualTo(1);
        assertThat(qom.err()).contains("vm.json:2:4");
    }

    @Test
    void absentFileIsNamed() throws Exception {
        QomProcess qom = QomProcess.run(folder, "run", "nowhere.json");
        assertThat(qom.status()).isEqualTo(1);
        assertThat(qom.err()).contains("nowhere.json").doesNotContain("Exception");
    }

    @Test
    void failureOfALaterObjectLeavesNothingOfTheEarlierOnes() throws Exception {
        write("vm.json", """
                [
                  {"qom-type": "memory-backend-file", "id": "a", "mem-path": "a.img", "size": "1M"},
                  {"qom-type": "memory-backend-file", "id": "b", "mem-path": "nodir/b.img", "size": "1M"}
                ]
                """);
        QomProcess qom = QomProcess.run(folder, "run", "vm.json");
        assertThat(qom.status()).isEqualTo(1);
        assertThat(qom.err()).contains("vm.json:3", "can't open backing store nodir/b.img for guest RAM: No such file");
        assertThat(leftInFolder()).containsExactly("vm.json");
    }

    @Test
    void failureAppendsNothingToAnEmptyFileThatWasThere() throws Exception {
        write("a.img", "");
        write("vm.json", """
                [
                  {"qom-type": "memory-backend-file", "id": "a", "mem-path": "a.img", "size": "1M"},
                  {"qom-type": "memory-backend-ram", "id": "b", "size": "1M", "policy": "bind"}
                ]
                """);
        assertThat(QomProcess.run(folder, "run", "vm.json").status()).isEqualTo(1);
        assertThat(folder.resolve("a.img")).isEmptyFile();
    }

    @Test
    void unknownOptionIsAMistakeOfTheCommandLine() throws Exception {
        QomProcess qom = QomProcess.run(folder, "run", "--nonsense");
        assertThat(qom.status()).isEqualTo(2);
        assertThat(qom.err()).contains("--nonsense");
    }
}
