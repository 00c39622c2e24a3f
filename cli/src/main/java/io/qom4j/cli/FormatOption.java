// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import picocli.CommandLine.Option;

/** The option that chooses between output for people and for programs. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            description = "text, for people, or json, whose form does not change.")
    private OutputFormat format = OutputFormat.TEXT;

    boolean isJson() {
        return format == OutputFormat.JSON;
    }
}
