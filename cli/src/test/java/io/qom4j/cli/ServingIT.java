// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.cli.remote.QmpClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qom run --qmp} as a process: where it says that it serves, what other commands see there, and how it ends. */
class ServingIT {
    private static final String LISTENS = "  listens at ";

    @TempDir
    Path folder;

    private Process qom;

    @AfterEach
    void kill() {
        if (qom != null) {
            qom.destroyForcibly();
        }
    }

    /** Starts {@code qom run} for a file with one object; returns the addresses at which it says that it listens. */
    private List<String> serve(String... words) throws IOException {
        Files.writeString(folder.resolve("vm.json"), """
                [
                  {"qom-type": "memory-backend-ram", "id": "m0", "size": "8M",
                   "merge": false}
                ]
                """);
        List<String> line = new ArrayList<>(List.of("run", "vm.json"));
        line.addAll(List.of(words));
        qom = QomProcess.builder(folder, line.toArray(String[]::new)).start();
        BufferedReader out = qom.inputReader();
        List<String> addresses = new ArrayList<>();
        int wanted = words.length / 2;
        for (String said = out.readLine(); said != null; said = out.readLine()) {
            if (said.startsWith(LISTENS)) {
                addresses.add(said.substring(LISTENS.length()));
            }
            if (addresses.size() == wanted) {
                return addresses;
            }
        }
        throw new AssertionError("it ended: " + qom.errorReader().lines().toList());
    }

    private int status() throws InterruptedException {
        assertThat(qom.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return qom.exitValue();
    }

    @Test
    void otherCommandsSeeWhereTheFileGivesAValue() throws Exception {
        String address = serve("--qmp", "unix:" + folder.resolve("s")).getFirst();
        assertThat(Console.run("explain", "m0.merge", address).out()).containsPattern("vm.json:3:\\d+ +gave it last");
        assertThat(Console.run("diff", folder.resolve("vm.json"), address)).isEqualTo(new Console(0, "", ""));
        Path exported = Files.writeString(
                folder.resolve("exported.json"), Console.run("export", address).out());
        assertThat(Console.run("diff", exported, folder.resolve("vm.json"))).isEqualTo(new Console(0, "", ""));
        try (QmpClient client = QmpClient.connect(address)) {
            assertThat(String.valueOf(client.execute("x-qom-describe", Map.of("path", "m0"))))
                    .contains("vm.json:2:");
        }
    }

    @Test
    void severalAddressesServeOneRuntime() throws Exception {
        List<String> addresses = serve("--qmp", "unix:" + folder.resolve("s"), "-qmp", "tcp:127.0.0.1:0,server=on");
        try (QmpClient first = QmpClient.connect(addresses.getFirst());
                QmpClient second = QmpClient.connect(addresses.getLast())) {
            first.execute("object-del", Map.of("id", "m0"));
            assertThat(second.execute("qom-list", Map.of("path", "/objects")).toString())
                    .doesNotContain("m0");
        }
    }

    @Test
    void quitEndsTheProcessAndRemovesTheSocket() throws Exception {
        String address = serve("--qmp", "unix:" + folder.resolve("s")).getFirst();
        try (QmpClient client = QmpClient.connect(address)) {
            client.execute("quit", Map.of());
        }
        assertThat(status()).isZero();
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void signalEndsTheProcessAndRemovesTheSocket() throws Exception {
        serve("--qmp", "unix:" + folder.resolve("s"));
        qom.toHandle().destroy();
        assertThat(status()).isZero();
        assertThat(folder.resolve("s")).doesNotExist();
    }

    @Test
    void standardOutputIsForQmpAloneWhereQmpSpeaksThere() throws Exception {
        QomProcess served = QomProcess.runWithInput(
                folder,
                "{'execute': 'qmp_capabilities'} {'execute': 'quit'}",
                "run",
                "-object",
                "memory-backend-ram,id=m0,size=4k",
                "--qmp",
                "stdio");
        assertThat(served.status()).isZero();
        assertThat(served.out()).startsWith("{\"QMP\": ").doesNotContain("RAM blocks");
        assertThat(served.err()).contains("RAM blocks", "  speaks on standard input and output");
    }

    @Test
    void addressThatIsNoneIsRefusedBeforeAnythingIsMade() throws Exception {
        QomProcess refused = QomProcess.run(
                folder,
                "run",
                "-object",
                "memory-backend-file,id=f,size=4k,mem-path=f.img",
                "--qmp",
                "unix:s,wait=maybe");
        assertThat(refused).isEqualTo(new QomProcess(1, "", """
                qom: --qmp unix:s,wait=maybe: Parameter 'wait' expects 'on' or 'off'
                qom: --qmp unix:s,wait=maybe: parse error: unix:s,wait=maybe
                """));
        assertThat(folder.resolve("f.img")).doesNotExist();
    }

    @Test
    void placeWhereNobodyCanListenIsNamed() throws Exception {
        QomProcess refused =
                QomProcess.run(folder, "run", "-object", "memory-backend-ram,id=m0,size=4k", "--qmp", "unix:nowhere/s");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("qom: --qmp unix:nowhere/s: Failed to bind socket to nowhere/s: No such file or directory");
    }

    @Test
    void addressThatOthersReachIsRefused() throws Exception {
        QomProcess refused =
                QomProcess.run(folder, "run", "-object", "memory-backend-ram,id=m0,size=4k", "--qmp", "tcp::0");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("QMP has no login");
    }

    @Test
    void addressThatOthersReachIsWarnedOfWhereItIsAllowed() throws Exception {
        assertThat(serve("--qmp", "tcp::0", "--allow-remote").getFirst()).startsWith("tcp:");
        assertThat(qom.errorReader().readLine()).contains("tcp::0", "QMP has no login");
    }

    @Test
    void signalEndsTheWaitForAClient() throws Exception {
        qom = QomProcess.builder(
                        folder, "run", "-object", "memory-backend-ram,id=m0,size=4k", "--qmp", "unix:s,wait=on")
                .start();
        assertThat(qom.errorReader().readLine())
                .isEqualTo("qom: --qmp unix:s,wait=on: info: QEMU waiting for connection on: disconnected:unix:s,"
                        + "server=on");
        qom.toHandle().destroy();
        assertThat(status()).isEqualTo(128 + 15);
        assertThat(folder.resolve("s")).doesNotExist();
    }
}
