// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

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
        try (Qom qom = Qom.create()) {
            String text = new OptionsPage(qom).text();
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
