// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.server;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The making of a UNIX socket's file, which nobody but the user may use, at no moment.
 *
 * <p>The system makes the file with the permissions that the process's mask leaves, and there is no way to change the mask for one
 * thread alone. So the socket is made inside a folder that only the user can enter, its permissions are set, and then it is moved to
 * its place.
 */
final class UnixSocketFile {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private UnixSocketFile() {}

    /** Binds a socket to a file with mode 0600; a socket that is there already is replaced, as QEMU does. */
    static void bind(ServerSocketChannel channel, Path path, int backlog) throws IOException {
        refuseOther(path);
        Path folder = Files.createTempDirectory(path.toAbsolutePath().getParent(), ".q", PRIVATE);
        Path made = folder.resolve("s");
        try {
            channel.bind(UnixDomainSocketAddress.of(made), backlog);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
            Files.delete(folder);
        }
    }

    private static void refuseOther(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther()) {
            throw new IOException("a file is there that is no socket");
        }
    }
}
