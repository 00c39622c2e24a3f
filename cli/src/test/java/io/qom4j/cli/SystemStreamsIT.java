// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qom system} as a process: monitors on its standard streams, and its end while it waits for a client. */
class SystemStreamsIT {
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void programsSpeakOverStandardStreams() throws Exception {
        QomProcess served = QomProcess.runWithInput(
                folder, "{'execute': 'qmp_capabilities'} {'execute': 'quit'}", "system", "-qmp", "stdio");
        assertThat(served.status()).isZero();
        assertThat(served.err()).isEmpty();
        assertThat(served.out()).startsWith("{\"QMP\": ").contains("{\"return\": {}}", "\"SHUTDOWN\"");
    }

    @Test
    void peopleSpeakOverStandardStreams() throws Exception {
        QomProcess served = QomProcess.runWithInput(folder, "x\nq\n", "system", "-monitor", "stdio");
        assertThat(served.status()).isZero();
        assertThat(served.out().lines())
                .containsExactly(
                        "QEMU 7.2.22 monitor - type 'help' for more information",
                        "(qemu) x\033[K",
                        "unknown command: 'x'",
                        "(qemu) q\033[K");
    }

    @Test
    void peopleSpeakOverACharacterDeviceOnStandardStreams() throws Exception {
        QomProcess served = QomProcess.runWithInput(
                folder, "q\n", "system", "-chardev", "stdio,id=c,mux=on", "-mon", "chardev=c,mode=readline");
        assertThat(served.out()).endsWith("(qemu) q\033[K\r\n");
    }

    @Test
    void signalAfterTheFirstWordEndsTheProcessLikeQuit() throws Exception {
        Process qom = QomProcess.builder(
                        folder, "system", "-pidfile", "pid", "-qmp", "stdio", "-qmp", "unix:s,server=on,wait=off")
                .start();
        try {
            assertThat(qom.inputReader().readLine()).startsWith("{\"QMP\": ");
            qom.toHandle().destroy();
            assertThat(qom.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(qom.exitValue()).isZero();
            assertThat(folder).isEmptyDirectory();
        } finally {
            qom.destroyForcibly();
        }
    }

    @Test
    void signalEndsTheWaitForAClientAndRemovesWhatWasMade() throws Exception {
        Process qom = QomProcess.builder(folder, "system", "-pidfile", "pid", "-qmp", "unix:s,server=on")
                .start();
        try {
            assertThat(qom.errorReader().readLine())
                    .isEqualTo("qom: -qmp unix:s,server=on: info: QEMU waiting for connection on:"
                            + " disconnected:unix:s,server=on");
            qom.toHandle().destroy();
            assertThat(qom.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(qom.errorReader().lines()).isEmpty();
            assertThat(qom.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(folder).isEmptyDirectory();
        } finally {
            qom.destroyForcibly();
        }
    }
}
