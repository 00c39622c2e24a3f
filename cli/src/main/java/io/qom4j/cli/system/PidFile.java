// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that holds the number of the process while it runs, and that no other process can have meanwhile: it is locked.
 *
 * <p>Confined to one thread. QEMU: util/oslib-posix.c, qemu_write_pidfile.
 *
 * @param path where it is
 * @param lock the open file with its lock
 */
record PidFile(Path path, FileLock lock) implements AutoCloseable {
    private static final String REFUSAL = "cannot create PID file: ";

    /**
     * Writes the file.
     *
     * @throws StartException if it cannot be written, or another process has it
     */
    static PidFile write(String name) {
        try {
            if (name.isEmpty()) {
                throw new NoSuchFileException(name);
            }
            Path path = Path.of(name);
            FileChannel file = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                FileLock lock = lock(file);
                file.truncate(0);
                file.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
                return new PidFile(path, lock);
            } catch (IOException | StartException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw Place.NOWHERE.refusal(REFUSAL + "Could not create '" + name + "': " + FileFailure.reason(e));
        }
    }

    private static FileLock lock(FileChannel file) throws IOException {
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            lock = null;
        }
        if (lock == null) {
            throw Place.NOWHERE.refusal(REFUSAL + "Cannot lock pid file: Resource temporarily unavailable");
        }
        return lock;
    }

    /** Removes the file. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the PID file " + path + " cannot be removed", e);
        }
    }
}
