// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code qom export}: writes the effective configuration of a file or a running server. */
@Command(
        name = "export",
        description = {
            "Write the effective configuration of a file or a running server as one JSON document.",
            "",
            "Includes, overrides, defaults and globals are applied; each value is in its plainest form; what is as it is "
                    + "by default is left out. Loading the document makes the same objects."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  qom export site.json > whole.json", "  qom export unix:/run/vm/qmp.sock"})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SOURCE", description = Source.HELP)
    private String source = "";

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Mixin
    private Release release = new Release();

    @Override
    public Integer call() {
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            Terminal.out()
                    .text(new Source(source)
                            .effective(qom, environment.isUsed())
                            .toString());
        }
        return 0;
    }
}
