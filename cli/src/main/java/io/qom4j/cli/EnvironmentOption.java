// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import picocli.CommandLine.Option;

/** The option that allows values from the environment. */
final class EnvironmentOption {
    @Option(
            names = "--env",
            description = "Allow values from the environment: {\"$env\": \"NAME\"} in the place of a value.")
    private boolean isUsed;

    boolean isUsed() {
        return isUsed;
    }
}
