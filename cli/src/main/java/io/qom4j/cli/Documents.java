// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.config.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code -object} options that several commands take beside files. */
final class Documents {
    /** What {@code --help} says about files. */
    static final String FILE_HELP = "A JSON file, or - for standard input.";

    @Option(
            names = {"-object", "--object"},
            paramLabel = "SPEC",
            description = "An object, as QEMU's option of this name takes it: TYPE,id=ID,PROPERTY=VALUE,... or JSON.")
    private final List<String> objects = new ArrayList<>();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    /** Tells whether no object was given. */
    boolean isEmpty() {
        return objects.isEmpty();
    }

    /** Returns a loader of some files and the objects into a runtime. */
    ConfigLoader into(Qom qom, List<String> files) {
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
        return environment.isUsed() ? loader.environment(System::getenv) : loader;
    }

    /**
     * Makes the objects of some files and the options in a runtime, and prints what to beware of.
     *
     * @throws io.qom4j.core.error.QomException if something is wrong; then there is no new object
     */
    void load(Qom qom, List<String> files, Terminal err) {
        for (Diagnostic warning : into(qom, files).load().warnings()) {
            err.line(err.renderer().render(warning));
        }
    }

    /** Returns everything that comes from standard input. */
    static byte[] standardInput() {
        try {
            return System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
