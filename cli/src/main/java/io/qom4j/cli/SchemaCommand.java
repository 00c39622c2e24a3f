// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.json.ReadableJson;
import io.qom4j.core.schema.ConfigSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qom schema}: writes the JSON Schema of configuration documents. */
@Command(
        name = "schema",
        description = {
            "Write the JSON Schema (2020-12) of configuration documents, made from the types that there are.",
            "",
            "With it an editor completes names, explains properties, and marks mistakes while one types."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  qom schema > qom.schema.json", "", "docs/json.md shows how to make VS Code use it."})
final class SchemaCommand implements Callable<Integer> {
    @Option(names = "--env", description = "Allow values from the environment, as qom check --env does.")
    private boolean withEnvironment;

    @Mixin
    private Release release = new Release();

    @Override
    public Integer call() {
        try (Qom qom = Runtimes.create(Terminal.err(), release.backendOptions())) {
            ConfigSchema schema = ConfigSchema.of(qom.types());
            Terminal.out().text(ReadableJson.of((withEnvironment ? schema.withEnvironment() : schema).document()));
        }
        return 0;
    }
}
