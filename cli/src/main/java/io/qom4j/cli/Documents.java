// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files and {@code -object} options that several commands take. */
final class Documents {
    @Parameters(paramLabel = "FILE", description = "A JSON file, or - for standard input.")
    private final List<String> files = new ArrayList<>();

    @Option(
            names = {"-object", "--object"},
            paramLabel = "SPEC",
            description = "An object, as QEMU's option of this name takes it: TYPE,id=ID,PROPERTY=VALUE,... or JSON.")
    private final List<String> objects = new ArrayList<>();

    @Option(
            names = "--env",
            description = "Allow values from the environment: {\"$env\": \"NAME\"} in the place of a value.")
    private boolean usesEnvironment;

    /** Tells whether neither a file nor an object was given. */
    boolean isEmpty() {
        return files.isEmpty() && objects.isEmpty();
    }

    /** Returns a loader of all of them into a runtime. */
    ConfigLoader into(Qom qom) {
        ConfigLoader loader = ConfigLoader.of(qom);
        for (String file : files) {
            if (file.equals("-")) {
                loader.text(standardInput(), "<stdin>");
            } else {
                loader.file(Path.of(file));
            }
        }
        for (String object : objects) {
            loader.object(ObjectOption.source(object, qom::warn));
        }
        return usesEnvironment ? loader.environment(System::getenv) : loader;
    }

    private static byte[] standardInput() {
        try {
            return System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
