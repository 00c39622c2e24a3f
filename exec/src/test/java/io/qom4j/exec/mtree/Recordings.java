// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The recorded machines among the test resources. */
final class Recordings {
    private Recordings() {}

    /** Returns the files of the machines that came with the recorded answers. */
    static List<Path> machines() {
        return files("machines");
    }

    /** Returns the files of machines of other architectures, and of one with non-volatile memory, recorded in the same way. */
    static List<Path> boards() {
        return files("boards");
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of the machine that a file describes. */
    static String nameOf(Path machine) {
        return machine.getFileName().toString().replace(".json", "");
    }

    /** Tells whether a text was recorded with a machine: {@code D}, {@code f} or {@code fd}, after the monitor's options. */
    static boolean hasText(Path machine, String option) {
        return Files.exists(textFile(machine, option));
    }

    private static Path textFile(Path machine, String option) {
        return folder("text").resolve(nameOf(machine) + ".mtree-" + option + ".txt");
    }

    /** Returns a text that was recorded with a machine. */
    static String text(Path machine, String option) {
        try {
            return Files.readString(textFile(machine, option));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Recordings.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
