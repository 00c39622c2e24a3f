// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.FileSystemMagic;
import io.qom4j.exec.host.FileSystemStatus;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.HostMapping;

/**
 * The judgement whether a file-backed block persists, and QEMU's warnings where it does not although that was asked for.
 *
 * <p>Confined. QEMU: util/mmap-alloc.c, mmap_activate.
 */
final class PersistenceReport {
    private final RamListOptions options;
    private final RamFlags flags;
    private final FileSystemStatus fileSystem;
    private final String name;

    PersistenceReport(RamListOptions options, RamFlags flags, FileSystemStatus fileSystem, String name) {
        this.options = options;
        this.flags = flags;
        this.fileSystem = fileSystem;
        this.name = name;
    }

    /** Returns the status of a mapping, after warning about it. */
    PersistenceStatus of(HostMapping mapping) {
        HostException failure = mapping.syncFailure();
        if (failure != null && failure.errno() == Errno.EOPNOTSUPP) {
            options.warnings()
                    .accept(
                            "Warning: requesting persistence across crashes for backend file " + name
                                    + " failed. Proceeding without persistence, data might become corrupted in case of host crash.");
            options.warnings().accept("warning: Using non DAX backing file with 'pmem=on' option is deprecated");
        }
        if (!flags.has(RamFlags.RAM_SHARED)) {
            return new PersistenceStatus.NotPersistent(
                    "the mapping is private (share=off): stores never reach " + name);
        }
        if (mapping.request().readOnly()) {
            return new PersistenceStatus.NotPersistent("the mapping is read-only: there are no stores to persist");
        }
        if (mapping.synchronous()) {
            return new PersistenceStatus.Synchronous("synchronous mapping of " + name + " on DAX");
        }
        if (fileSystem.type() == FileSystemMagic.TMPFS || fileSystem.isHugetlbfs()) {
            return new PersistenceStatus.NotPersistent(name + " lives in memory");
        }
        return new PersistenceStatus.WriteBack(
                failure == null
                        ? "pmem=off: no synchronous mapping of " + name + " was asked for"
                        : "no synchronous mapping of " + name + ": " + failure.errorText()
                                + " (the file system is not mounted with DAX on persistent memory)");
    }
}
