// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.backends.BackendOptions;
import io.qom4j.backends.QemuRelease;
import picocli.CommandLine.Option;

/** The option that says which QEMU release's types, properties and answers a command has. Confined to one thread. */
final class Release {
    @Option(
            names = "--qemu",
            paramLabel = "RELEASE",
            description = "Have the types, properties and answers of this QEMU release: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "7.2")
    private QemuRelease release = QemuRelease.V7_2;

    /** Returns the options of the memory backends for a command that makes objects, all or none. */
    BackendOptions backendOptions() {
        return BackendOptions.STANDARD.withRelease(release);
    }
}
