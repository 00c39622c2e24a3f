// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.qom4j.core.Qom;

/**
 * Any bytes at all as a document: they load, or they are refused with problems and leave nothing.
 *
 * <p>In a build only the texts in {@code LoaderFuzzTestInputs} are tried. {@code JAZZER_FUZZ=1} in the environment makes Jazzer look
 * for more: {@code JAZZER_FUZZ=1 ./mvnw -q -Dquick -pl qom-core -am test -Djazzer.hooks=true
 * -Dtest=LoaderFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class LoaderFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void anyBytesEitherLoadOrAreRefusedAndLeaveNothing(byte[] text) {
        try (Qom qom = Workshop.open()) {
            boolean isRefused = false;
            try {
                ConfigLoader.of(qom)
                        .text(text, "fuzz.json")
                        .environment(name -> name.length() % 2 == 0 ? "4k" : null)
                        .load();
            } catch (ConfigException e) {
                isRefused = true;
                assertThat(e.diagnostics()).isNotEmpty();
            }
            if (isRefused) {
                assertThat(qom.root().children()).isEmpty();
                assertThat(qom.newObject("bus").getString("label")).isEmpty();
            }
        }
    }
}
