// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static io.qom4j.exec.host.OpenFlags.O_CLOEXEC;
import static io.qom4j.exec.host.OpenFlags.O_CREAT;
import static io.qom4j.exec.host.OpenFlags.O_EXCL;
import static io.qom4j.exec.host.OpenFlags.O_NONBLOCK;
import static io.qom4j.exec.host.OpenFlags.O_RDONLY;
import static io.qom4j.exec.host.OpenFlags.O_RDWR;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.TemporaryFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opening of a backing file: an existing one, a new one, or one without a name in a directory.
 *
 * <p>A file can appear and vanish between two steps, so the steps are repeated, but not for ever. A symbolic link that
 * points nowhere looks the same (the name is absent for opening and present for creating); it is recognised and refused. A FIFO is
 * opened without waiting for somebody at its other end; it cannot be mapped and is refused then.
 *
 * <p>Confined. QEMU: system/physmem.c, file_ram_open.
 */
final class BackingFileOpener {
    private static final int ROUNDS = 16;
    private static final int MODE = 0644;

    private final Host host;
    private final FileRules rules;

    BackingFileOpener(Host host, FileRules rules) {
        this.host = host;
        this.rules = rules;
    }

    BackingFile open(String path, String blockName, boolean readOnly) {
        for (int round = 0; round < ROUNDS; round++) {
            BackingFile file = tryOnce(path, blockName, readOnly);
            if (file != null) {
                return file;
            }
        }
        throw new RamException(
                text(path, Errno.of(Errno.EAGAIN).text()), "the file appeared and vanished " + ROUNDS + " times");
    }

    /** Returns the file, or null if the name came into being between two steps. */
    private @Nullable BackingFile tryOnce(String path, String blockName, boolean readOnly) {
        HostException refusal;
        try {
            int fd = host.open(path, (readOnly ? O_RDONLY | O_NONBLOCK : O_RDWR) | O_CLOEXEC, 0);
            return checked(BackingFile.opened(host, fd, path, false), readOnly);
        } catch (HostException e) {
            refusal = e;
        }
        return switch (refusal.errno()) {
            case Errno.ENOENT -> {
                if (readOnly && rules == FileRules.RELEASE_8_2) {
                    throw refused(path, readOnly, refusal);
                }
                yield create(path, readOnly);
            }
            case Errno.EISDIR -> temporary(path, blockName);
            default -> throw refused(path, readOnly, refusal);
        };
    }

    private @Nullable BackingFile create(String path, boolean readOnly) {
        try {
            int fd = host.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, MODE);
            return BackingFile.opened(host, fd, path, true);
        } catch (HostException refusal) {
            if (refusal.errno() != Errno.EEXIST) {
                throw refused(path, readOnly, refusal);
            }
            refuseDanglingLink(path);
            return null;
        }
    }

    private BackingFile temporary(String directory, String blockName) {
        String template = directory + "/qemu_back_mem." + blockName.replace('/', '_') + ".XXXXXX";
        TemporaryFile file;
        try {
            file = host.mkstemp(template);
        } catch (HostException refusal) {
            throw refused(directory, false, refusal);
        }
        try {
            host.unlink(file.path());
        } catch (HostException refusal) {
            host.close(file.fd());
            throw new RamException(
                    text(directory, refusal.errorText()),
                    List.of("the temporary file " + file.path() + " could not be removed"),
                    refusal);
        }
        return BackingFile.opened(host, file.fd(), "", false);
    }

    private BackingFile checked(BackingFile file, boolean readOnly) {
        if (!readOnly || rules == FileRules.RELEASE_7_2) {
            return file;
        }
        try {
            if (host.fstat(file.fd()).isDirectory()) {
                throw new RamException(
                        text(file.path(), Errno.of(Errno.EISDIR).text()), "readonly needs a file that exists");
            }
            return file;
        } catch (RuntimeException refusal) {
            file.close();
            throw refusal;
        }
    }

    private void refuseDanglingLink(String path) {
        String target;
        try {
            if (!host.lstat(path).isSymbolicLink()) {
                return;
            }
            host.stat(path);
            return;
        } catch (HostException refusal) {
            if (refusal.errno() != Errno.ENOENT || !refusal.call().equals("stat")) {
                return;
            }
        }
        target = host.readLink(path);
        throw new RamException(
                text(path, Errno.of(Errno.ENOENT).text()),
                path + " is a symbolic link to " + target + ", which does not exist",
                "create that file, or remove the link");
    }

    private RamException refused(String path, boolean readOnly, HostException refusal) {
        List<String> hints = new ArrayList<>();
        if (refusal.errno() == Errno.EACCES && !readOnly) {
            hints.add("to use a file that may only be read, set readonly=on");
        }
        return new RamException(text(path, refusal.errorText()), hints, refusal);
    }

    private static String text(String path, String error) {
        return "can't open backing store " + path + " for guest RAM: " + error;
    }
}
