// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import io.qom4j.exec.host.Errno;
import io.qom4j.exec.host.FileStatus;
import io.qom4j.exec.host.FileSystemMagic;
import io.qom4j.exec.host.FileSystemStatus;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.HostMapping;

/**
 * The judgement whether a file-backed block persists and how, and QEMU's warnings where it does not although that was asked for.
 *
 * <p>libpmem flushes the processor's caches in native code, where a page that the file no longer has would end the JVM. So it is used
 * for devices, which keep their length; for a file, {@code msync} does the same in the kernel, where a missing page is an error.
 * {@link java.lang.foreign.MemorySegment#force} is never used: it knows only segments of the JDK's own making, and on a synchronous one
 * ends a JVM that runs with {@code -Xint}.
 *
 * <p>Confined. QEMU: util/mmap-alloc.c, mmap_activate.
 */
final class PersistenceReport {
    private final Host host;
    private final RamListOptions options;
    private final RamFlags flags;
    private final FileSystemStatus fileSystem;
    private final FileStatus file;
    private final String name;

    PersistenceReport(RamList list, RamFlags flags, FileSystemStatus fileSystem, FileStatus file, String name) {
        this.host = list.host();
        this.file = file;
        this.options = list.options();
        this.flags = flags;
        this.fileSystem = fileSystem;
        this.name = name;
    }

    /** Returns the status of a mapping, after warning about it. */
    PersistenceStatus of(HostMapping mapping) {
        HostException failure = mapping.syncFailure();
        boolean isDevice = file.isCharacterDevice();
        boolean isPmem = failure != null && isDevice && host.isPmem(mapping.segment());
        if (failure != null && failure.errno() == Errno.EOPNOTSUPP && !isPmem) {
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
            return synchronous(isDevice);
        }
        if (isPmem) {
            return new PersistenceStatus.PersistentMemory("libpmem says that " + name + " is persistent memory");
        }
        if (fileSystem.type() == FileSystemMagic.TMPFS || fileSystem.isHugetlbfs()) {
            return new PersistenceStatus.NotPersistent(name + " lives in memory");
        }
        if (isDevice) {
            return new PersistenceStatus.NotPersistent(name + " is a device that is not known to keep anything");
        }
        return new PersistenceStatus.WriteBack(
                failure == null
                        ? "pmem=off: no synchronous mapping of " + name + " was asked for"
                        : "no synchronous mapping of " + name + ": " + failure.errorText()
                                + " (the file system is not mounted with DAX on persistent memory)");
    }

    /** Device DAX has no {@code msync}, so that without libpmem only the guest can make its stores durable. */
    private PersistenceStatus synchronous(boolean isDevice) {
        String reason = "synchronous mapping of " + name + " on DAX";
        if (!isDevice) {
            return new PersistenceStatus.Synchronous(reason, WritebackMethod.MSYNC);
        }
        return host.canPersist()
                ? new PersistenceStatus.Synchronous(reason + ", flushed by libpmem", WritebackMethod.PMEM_PERSIST)
                : new PersistenceStatus.Synchronous(
                        reason + "; what this program itself stores is not flushed, for want of libpmem",
                        WritebackMethod.NONE);
    }
}
