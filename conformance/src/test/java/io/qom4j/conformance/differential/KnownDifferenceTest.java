// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KnownDifferenceTest {
    @Test
    void theReadmeListsThemAll() throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md")))
                .as("put into README.md what follows: %s", KnownDifference.table())
                .contains(KnownDifference.table());
    }
}
