// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.monitor.Monitor;
import io.qom4j.monitor.server.QmpServer;
import io.qom4j.monitor.server.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that ask running servers, against a server of this project whose objects come from a file. */
class ServedRuntimeTest {
    @TempDir
    Path folder;

    private Path file;
    private String address;
    private Qom qom;
    private QmpServer server;

    @BeforeEach
    void serve() throws IOException {
        file = folder.resolve("vm.json");
        Files.writeString(file, """
                {"objects": [
                  {"qom-type": "memory-backend-memfd", "id": "d0", "size": "2M", "prealloc-context": "t0"},
                  {"qom-type": "memory-backend-ram", "id": "m0", "size": "8M",
                   "merge": false, "prealloc-threads": 2},
                  {"qom-type": "memory-backend-file", "id": "f0", "size": "1M", "share": true, "mem-path": "%s"},
                  {"qom-type": "thread-context", "id": "t0"}
                ]}
                """.formatted(folder.resolve("f0.img")));
        Path socket = folder.resolve("qmp.sock");
        address = "unix:" + socket;
        qom = Runtimes.create(Terminal.err());
        ConfigLoader.of(qom).file(file).load();
        server = QmpServer.listen(Monitor.of(qom), ServerAddress.unix(socket));
    }

    @AfterEach
    void stop() {
        server.close();
        qom.close();
    }

    @Test
    void fileAndTheServerThatWasMadeFromItDoNotDiffer() {
        assertThat(Console.run("diff", file, address)).isEqualTo(new Console(0, "", ""));
        assertThat(Console.run("diff", address, file)).isEqualTo(new Console(0, "", ""));
    }

    @Test
    void exportOfAServerMakesAnEqualTree() throws IOException {
        Console export = Console.run("export", address);
        assertThat(export.err()).isEmpty();
        Path exported = Files.writeString(folder.resolve("exported.json"), export.out());
        assertThat(Console.run("diff", exported, file)).isEqualTo(new Console(0, "", ""));
        try (Qom second = Runtimes.create(Terminal.err())) {
            ConfigLoader.of(second).file(exported).load();
            Path socket = folder.resolve("second.sock");
            try (QmpServer other = QmpServer.listen(Monitor.of(second), ServerAddress.unix(socket))) {
                assertThat(Console.run("diff", address, "unix:" + socket)).isEqualTo(new Console(0, "", ""));
                assertThat(Console.run("export", "unix:" + socket).out()).isEqualTo(export.out());
                assertThat(other.monitor()).isNotNull();
            }
        }
    }

    @Test
    void changesSinceTheStartAreSeen() {
        qom.objects().add("memory-backend-ram", "m1", "size=4096");
        qom.resolve("/objects/m0").setBool("dump", false);
        assertThat(Console.run("diff", file, address).out().lines())
                .containsExactlyInAnyOrder("+ /objects/m1 (memory-backend-ram)", "+ /objects/m0.dump: false");
    }

    @Test
    void treeOfAServerIsDrawnAsThatOfAFile() {
        assertThat(Console.run("tree", "-p", address).out().lines())
                .startsWith("/objects")
                .anyMatch(line -> line.endsWith("m0 (memory-backend-ram)"))
                .anyMatch(line -> line.matches(".*mem-path +" + folder.resolve("f0.img")));
    }

    @Test
    void explainTellsThePlaceInTheFileThatTheServerWasMadeFrom() {
        Console console = Console.run("explain", "m0.size", address);
        assertThat(console.err()).isEmpty();
        assertThat(console.out().lines())
                .startsWith("/objects/m0.size = 8 MiB (8388608)", "")
                .anyMatch(line -> line.matches(" +→ +" + file + ":3:\\d+ +gave it last +8388608"))
                .endsWith(
                        "",
                        "  a size in bytes, such as 4096 or 4k; settable until allocated; declared by memory-backend");
    }

    @Test
    void explainTellsWhoChangedAValueSince() {
        qom.resolve("/objects/m0").setBool("dump", false);
        assertThat(Console.run("explain", "/objects/m0.dump", address).out().lines())
                .startsWith("/objects/m0.dump = off")
                .anyMatch(line -> line.matches(" +→ +API +gave it last +false"))
                .anyMatch(line -> line.matches(" +memory-backend +declared default +true"));
        assertThat(Console.run("explain", "m0.dump", address, "--format", "json")
                        .out())
                .startsWith(
                        "{\"path\":\"/objects/m0\",\"type\":\"memory-backend-ram\",\"property\":\"dump\",\"value\":false,")
                .contains("{\"kind\":\"set\",\"origin\":\"API\",\"value\":false}", "\"kind\":\"declaration\"");
    }

    @Test
    void explainTellsOfADefaultWhoDeclaresIt() {
        assertThat(Console.run("explain", "m0.prealloc", address).out().lines())
                .anyMatch(line -> line.matches(" +→ +memory-backend +declared default +false"));
    }

    @Test
    void explainOfWhatTheServerHasNotSaysWhatItHas() {
        assertThat(Console.run("explain", "m0.sise", address))
                .satisfies(console -> assertThat(console.status()).isEqualTo(1))
                .satisfies(console -> assertThat(console.err())
                        .contains("Property 'memory-backend-ram.sise' not found", "Did you mean 'size'?"));
        assertThat(Console.run("explain", "nobody.size", address).err()).contains("'nobody'");
    }

    @Test
    void explainAsksAServerAlone() {
        assertThat(Console.run("explain", "m0.size", file, address))
                .satisfies(console -> assertThat(console.status()).isEqualTo(2))
                .satisfies(console -> assertThat(console.err()).contains("A running server is asked alone"));
    }
}
