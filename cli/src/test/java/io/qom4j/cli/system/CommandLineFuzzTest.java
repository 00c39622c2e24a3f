// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any bytes at all as the command line of {@code qom system}, its words parted by zeroes: it is understood, or refused with a text.
 *
 * <p>Nothing is started. In a build only the lines in {@code CommandLineFuzzTestInputs} are tried; {@code JAZZER_FUZZ=1 ./mvnw -q
 * -Dquick -pl cli -am test -Djazzer.hooks=true -Dtest=CommandLineFuzzTest -Dsurefire.failIfNoSpecifiedTests=false} looks for more.
 * Files are not read: one that never ends would hang the search, not the command.
 */
class CommandLineFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void anyCommandLineIsUnderstoodOrRefused(byte[] bytes) {
        List<String> words = List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\0", -1));
        if (words.stream().anyMatch(word -> word.contains("readconfig"))) {
            return;
        }
        try (Qom qom = Qom.create()) {
            Launch launch = new Launch(qom, new Messages(new PrintStream(OutputStream.nullOutputStream())));
            for (GivenOption option : GivenOption.readAll(words)) {
                launch.take(option);
            }
            launch.machine.checkFiles();
            launch.machine.check();
        } catch (QomException refused) {
            // with a text, as it should be
        }
    }
}
