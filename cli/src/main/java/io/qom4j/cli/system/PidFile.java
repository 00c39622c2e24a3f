// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that holds the number of the process while it runs. QEMU: util/oslib-posix.c, qemu_write_pidfile. */
record PidFile(Path path) implements AutoCloseable {
    /**
     * Writes the file.
     *
     * @throws StartException if it cannot be written
     */
    static PidFile write(String name) {
        Path path = Path.of(name);
        try {
            if (name.isEmpty()) {
                throw new NoSuchFileException(name);
            }
            Files.writeString(path, ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw Place.NOWHERE.refusal(
                    "cannot create PID file: Could not create '" + name + "': " + FileFailure.reason(e));
        }
        return new PidFile(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the PID file " + path + " cannot be removed", e);
        }
    }
}
