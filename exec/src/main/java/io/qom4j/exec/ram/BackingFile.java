// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.FileStatus;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;

/**
 * An open backing file while a block is made from it: closing it undoes what was done, unless a block has taken it over.
 *
 * <p>Confined to the allocation.
 */
final class BackingFile implements AutoCloseable {
    private final Host host;
    private final int fd;
    private final String path;
    private final boolean created;
    private final boolean ours;
    private boolean extended;
    private long oldLength;
    private boolean handedOver;

    private BackingFile(Host host, int fd, String path, boolean created, boolean ours) {
        this.host = host;
        this.fd = fd;
        this.path = path;
        this.created = created;
        this.ours = ours;
    }

    /** Returns a file that was opened here; {@code path} is its name, or empty if it has none. */
    static BackingFile opened(Host host, int fd, String path, boolean created) {
        return new BackingFile(host, fd, path, created, true);
    }

    /** Returns a file that the caller opened, and closes if no block takes it over. */
    static BackingFile adopt(Host host, int fd) {
        return new BackingFile(host, fd, "", false, false);
    }

    int fd() {
        return fd;
    }

    /** Returns the name to tell users; empty if unknown. */
    String path() {
        return path;
    }

    /** Makes a file longer, and remembers to cut it back. */
    void extend(long length, long lengthNow) {
        host.ftruncate(fd, length);
        extended = true;
        oldLength = lengthNow;
    }

    /** Returns what was done so far. */
    FileEffect effect() {
        return new FileEffect(path, created, extended, oldLength);
    }

    /** Leaves the file to a block. */
    void handOver() {
        handedOver = true;
    }

    /** Undoes everything, and closes the file if it was opened here; does nothing after {@link #handOver()}. */
    @Override
    public void close() {
        if (handedOver) {
            return;
        }
        try {
            undo(host, fd, effect());
        } finally {
            if (ours) {
                host.close(fd);
            }
        }
    }

    /** Removes a file that was created, if its name still stands for it; cuts back one that was made longer. */
    static void undo(Host host, int fd, FileEffect effect) {
        if (effect.created()) {
            if (isStillNamed(host, fd, effect.path())) {
                host.unlink(effect.path());
            }
        } else if (effect.extended()) {
            host.ftruncate(fd, effect.oldLength());
        }
    }

    private static boolean isStillNamed(Host host, int fd, String path) {
        FileStatus named;
        try {
            named = host.lstat(path);
        } catch (HostException gone) {
            return false;
        }
        return named.sameFile(host.fstat(fd));
    }
}
