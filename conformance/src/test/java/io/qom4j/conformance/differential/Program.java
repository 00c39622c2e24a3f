// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command that serves QMP with QEMU's options. Immutable.
 *
 * @param words the words of the command before its options
 * @param name what it puts before its messages
 */
record Program(List<String> words, String name) {
    private static final String QEMU = "qemu-system-x86_64";

    /** Returns the QEMU that is installed, or null if there is none. */
    static @Nullable Program qemu() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(":")).map(folder -> Path.of(folder, QEMU)).anyMatch(Files::isExecutable)
                ? new Program(List.of(QEMU), QEMU)
                : null;
    }

    /** Returns the {@code qom system} under test, as a JVM of its own. */
    static Program qom() {
        return new Program(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.qom4j.cli.Main",
                        "system"),
                "qom");
    }
}
