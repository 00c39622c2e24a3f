// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.monitor.Monitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shell as keys drive it; a terminal of the system is tried in {@code ShellIT}. */
class LineShellTest {
    private static final String CONTROL_D = "\004";

    private final Qom qom = Qom.create();

    @AfterEach
    void close() {
        qom.close();
    }

    private String type(String keys) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        LineShell.run(
                ShellTarget.local(Monitor.of(qom)),
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                shown);
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void lineIsAnsweredBehindThePrompt() throws IOException {
        assertThat(type("info status\r" + CONTROL_D)).contains("(qom) ", "VM status: paused (prelaunch)");
    }

    @Test
    void tabCompletesUpToTheValue() throws IOException {
        qom.objects().add("memory-backend-ram", "m0", "size=1M");
        type("qom-s\tm\tdu\tof\t\r" + CONTROL_D);
        assertThat(qom.resolve("m0").getBool("dump")).isFalse();
    }

    @Test
    void tabCompletesTheDescriptionOfAnObject() throws IOException {
        type("object_add memory-backend-r\tm0,siz\t1M,me\tof\t\r" + CONTROL_D);
        assertThat(qom.resolve("m0").getLong("size")).isEqualTo(1 << 20);
        assertThat(qom.resolve("m0").getBool("merge")).isFalse();
    }

    @Test
    void exclamationMarkMeansNothingSpecial() throws IOException {
        assertThat(type("help !!\r" + CONTROL_D)).contains("unknown command: '!!'");
    }

    @Test
    void quitEndsTheShellBeforeTheInputDoes() throws IOException {
        assertThat(type("quit\rinfo status\r" + CONTROL_D)).doesNotContain("VM status");
    }
}
