// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.qom4j.core.Qom;
import io.qom4j.monitor.Monitor;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes at all as a line of the human monitor: it is answered, if only by saying what is wrong with it.
 *
 * <p>In a build only the lines in {@code HmpFuzzTestInputs} are tried; {@code JAZZER_FUZZ=1 ./mvnw -q -Dquick -pl monitor -am test
 * -Djazzer.hooks=true -Dtest=HmpFuzzTest -Dsurefire.failIfNoSpecifiedTests=false} looks for more. Objects are neither made nor
 * changed: they would map memory, and make files, by chance.
 */
class HmpFuzzTest {
    private static final int MOST = 1 << 20;

    @FuzzTest(maxDuration = "2m")
    void anyLineIsAnsweredOrRefused(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.ISO_8859_1);
        if (line.contains("add") || line.contains("set")) {
            return;
        }
        try (Qom qom = Qom.create()) {
            Monitor monitor = Monitor.of(qom);
            assertThat(monitor.humanMonitor().run(monitor, line)).hasSizeLessThan(MOST);
        }
    }
}
