// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParityTest {
    @Test
    void theReadmeCountsWhatIsReplayed() throws IOException {
        if (!CaseFile.areOurs()) {
            System.out.println(
                    "NOT CHECKED: whether the README counts the cases, since others than ours are replayed.");
            return;
        }
        assertThat(Files.readString(Path.of("..", "README.md")))
                .as("put into README.md what follows: %s", ParityRow.table())
                .contains(ParityRow.table());
    }
}
