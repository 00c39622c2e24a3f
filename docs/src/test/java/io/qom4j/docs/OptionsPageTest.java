// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.backends.BackendOptions;
import io.qom4j.backends.BackendsModule;
import io.qom4j.backends.QemuRelease;
import io.qom4j.core.Qom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsPageTest {

    /** Writes the page instead of comparing it: {@code -Dqom.docs.write=true}. */
    private static final boolean WRITE = Boolean.getBoolean("qom.docs.write");

    @Test
    void pageOfOptionsSaysWhatTheTypesDeclare() throws IOException {
        Path page = Checkout.root().resolve("docs/options.md");
        BackendOptions newer = BackendOptions.STANDARD.withRelease(QemuRelease.V10_0);
        try (Qom standard = Qom.create();
                Qom later = Qom.builder()
                        .discoverModules()
                        .module(new BackendsModule(newer))
                        .build()) {
            String text = new OptionsPage(standard, later).text();
            if (WRITE) {
                Files.writeString(page, text);
            }
            assertThat(page)
                    .as("run the test again with -Dqom.docs.write=true to write the page")
                    .content()
                    .isEqualTo(text);
        }
    }
}
