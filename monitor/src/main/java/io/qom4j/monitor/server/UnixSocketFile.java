// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The making of a UNIX socket's file, which nobody but the user may use, at no moment.
 *
 * <p>The system makes the file with the permissions that the process's mask leaves, and there is no way to change the mask for one
 * thread alone. So the socket is made inside a folder that only the user can enter, its permissions are set, and then it is moved to
 * its place.
 */
final class UnixSocketFile {
    private static final int LONGEST_PATH = 107;
    private static final int NAMES = 36 * 36 * 36 * 36;
    private static final int BASE = 36;
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private UnixSocketFile() {}

    /**
     * Binds a socket to a file with mode 0600; a socket that is there already is replaced, as QEMU does.
     *
     * @throws ServerException if the path is too long for a socket, or that of a folder or below a file
     */
    static void bind(ServerSocketChannel channel, Path path, int backlog) throws IOException {
        if (isTooLong(path)) {
            throw new ServerException(
                    "UNIX socket path '" + path + "' is too long", "Path must be less than 108 bytes", null);
        }
        refuseOther(path);
        Path folder = newFolderBeside(path);
        Path made = folder.resolve("s");
        try {
            if (isTooLong(made)) {
                // There is no room for the detour: for a moment the file has the permissions that the mask leaves.
                Files.deleteIfExists(path);
                channel.bind(UnixDomainSocketAddress.of(path), backlog);
                Files.setPosixFilePermissions(path, OWNER_ONLY);
            } else {
                channel.bind(UnixDomainSocketAddress.of(made), backlog);
                Files.setPosixFilePermissions(made, OWNER_ONLY);
                Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(made);
            Files.delete(folder);
        }
    }

    private static boolean isTooLong(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH;
    }

    private static void refuseOther(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw occupied(path, "Not a directory");
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw occupied(path, "Is a directory");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther()) {
            throw new IOException("a file is there that is no socket");
        }
    }

    private static ServerException occupied(Path path, String reason) {
        return new ServerException(
                "Failed to unlink socket " + path + ": " + reason, "Choose a path where nothing else is.", null);
    }

    private static Path newFolderBeside(Path path) throws IOException {
        while (true) {
            String name = ".q" + Integer.toString(ThreadLocalRandom.current().nextInt(NAMES), BASE);
            try {
                return Files.createDirectory(path.resolveSibling(name), PRIVATE);
            } catch (FileAlreadyExistsException e) {
                Connection.LOG.log(System.Logger.Level.DEBUG, "another server starts beside this one", e);
            } catch (NoSuchFileException e) {
                throw new IOException("No such file or directory", e);
            } catch (AccessDeniedException e) {
                throw new IOException("Permission denied", e);
            }
        }
    }
}
