// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.FileStatus;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.SeekFrom;

/**
 * How large a backing file is, and how its mapping must be aligned; device DAX tells both below {@code /sys}.
 *
 * <p>Confined. QEMU: util/oslib-posix.c and system/physmem.c, get_file_size and get_file_align.
 */
final class BackingSize {
    private final Host host;
    private final int fd;
    private final String device;

    BackingSize(Host host, int fd, FileStatus status) {
        this.host = host;
        this.fd = fd;
        this.device = status.isCharacterDevice()
                ? "/sys/dev/char/" + status.specialMajor() + ":" + status.specialMinor()
                : "";
    }

    /** Returns the size in bytes; negative if the file has none. */
    long size() {
        if (isDax()) {
            return Long.parseLong(host.readText(device + "/size").strip());
        }
        try {
            return host.lseek(fd, 0, SeekFrom.SEEK_END);
        } catch (HostException withoutPosition) {
            return -withoutPosition.errno();
        }
    }

    /** Returns what the device wants its mappings aligned to, in bytes; 0 if nothing. */
    long alignment() {
        return isDax() ? Long.decode(host.readText(device + "/align").strip()) : 0;
    }

    private boolean isDax() {
        if (device.isEmpty()) {
            return false;
        }
        try {
            return host.readLink(device + "/subsystem").endsWith("/dax");
        } catch (HostException unknownDevice) {
            return false;
        }
    }
}
