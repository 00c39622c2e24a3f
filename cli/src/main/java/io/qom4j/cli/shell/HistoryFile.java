// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the lines typed in a shell are kept, as the XDG Base Directory Specification has it. Thread-safe: it has no state. */
public final class HistoryFile {
    private static final String STATE = "XDG_STATE_HOME";

    private HistoryFile() {}

    /**
     * Returns the file.
     *
     * @param environment the variables of the environment
     * @param home the user's home folder
     */
    public static Path of(UnaryOperator<@Nullable String> environment, Path home) {
        String state = environment.apply(STATE);
        boolean isUsable = state != null && Path.of(state).isAbsolute();
        Path folder = isUsable ? Path.of(state) : home.resolve(".local").resolve("state");
        return folder.resolve("qom").resolve("history");
    }

    /**
     * Makes the file, which the user alone can read, where it is not there.
     *
     * @throws IOException if it cannot be made
     */
    public static void make(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
