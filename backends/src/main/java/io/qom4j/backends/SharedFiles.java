// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.host.FileStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which files the backends of a runtime map writable and shared, so that two that map one file learn of each other.
 *
 * <p>QEMU lets them, without a word. It can be meant; but two guests that do not know of each other destroy each other's data. Confined
 * to the holder of the runtime's writer lock.
 */
final class SharedFiles {
    private final Map<Key, List<Use>> uses = new HashMap<>();

    /** A file, whatever its name. */
    private record Key(long inode, int deviceMajor, int deviceMinor) {}

    /** A part of a file that a backend maps. */
    private record Use(HostMemoryBackendFile user, long start, long length) {
        boolean overlaps(long otherStart, long otherLength) {
            return Long.compareUnsigned(start, otherStart + otherLength) < 0
                    && Long.compareUnsigned(otherStart, start + length) < 0;
        }
    }

    /**
     * Records that a backend maps a part of a file writable and shared.
     *
     * @return a backend that maps some of the same bytes so already, or null
     */
    @Nullable HostMemoryBackendFile add(HostMemoryBackendFile user, FileStatus file, long start, long length) {
        List<Use> ofFile = uses.computeIfAbsent(key(file), key -> new ArrayList<>());
        HostMemoryBackendFile other = null;
        for (Use use : ofFile) {
            if (use.overlaps(start, length)) {
                other = use.user();
                break;
            }
        }
        ofFile.add(new Use(user, start, length));
        return other;
    }

    /** Forgets that a backend maps a file. */
    void remove(HostMemoryBackendFile user, FileStatus file) {
        uses.computeIfPresent(key(file), (key, ofFile) -> {
            ofFile.removeIf(use -> use.user() == user);
            return ofFile.isEmpty() ? null : ofFile;
        });
    }

    private static Key key(FileStatus file) {
        return new Key(file.inode(), file.deviceMajor(), file.deviceMinor());
    }
}
