// SPDX-License-Identifier: Apache-2.0

package io.qom4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;

class SkippedTestsTest {

    @Test
    void junitFindsTheWitness() {
        assertThat(ServiceLoader.load(TestExecutionListener.class)).hasAtLeastOneElementOfType(SkippedTests.class);
    }
}
