// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.ValueException;
import io.qom4j.exec.host.FileSeals;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.HostException;
import io.qom4j.exec.host.MemfdFlags;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import java.util.List;

/**
 * A backend whose memory is a file without a name that lives in memory, which other processes can be given.
 *
 * <p>Shared by default, and sealed against growing and shrinking.
 *
 * <p>As thread-safe as its parent: changed under the runtime's writer lock. QEMU: backends/hostmem-memfd.c.
 */
public final class HostMemoryBackendMemfd extends HostMemoryBackend {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-backend-memfd";

    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, HostMemoryBackendMemfd.class)
            .parent(HostMemoryBackend.TYPE_NAME)
            .factory(HostMemoryBackendMemfd::new)
            .description("Memory that is a file without a name")
            .classInit(HostMemoryBackendMemfd::classInit)
            .build();

    /** Where the binary logarithm of the huge page's size stands in the flags of memfd_create. */
    private static final int HUGE_SHIFT = 26;

    private boolean usesHugePages;
    private long hugePageSize;
    private boolean isSealed;

    private HostMemoryBackendMemfd() {}

    private static void classInit(ObjectClass oc) {
        oc.overrideDefault("share", true);
        oc.addBool("hugetlb", HostMemoryBackendMemfd::usesHugePages, HostMemoryBackendMemfd::setUsesHugePages)
                .description("Use huge pages")
                .documentation(
                        "Whether the memory consists of huge pages; without effect once the memory is allocated.")
                .defaultValue(false)
                .unadvertised();
        oc.addSize("hugetlbsize", HostMemoryBackendMemfd::hugePageSize, HostMemoryBackendMemfd::setHugePageSize)
                .typeName("int")
                .description("Huge pages size (ex: 2M, 1G)")
                .documentation(
                        "How big a huge page is, a power of two that the host offers; used only with hugetlb=on.")
                .unit("bytes")
                .settable(untilAllocated("cannot change property value").checkedFirst());
        oc.addBool("seal", HostMemoryBackendMemfd::isSealed, HostMemoryBackendMemfd::setSealed)
                .description("Seal growing & shrinking")
                .documentation(
                        "Whether the memory is sealed, so that nobody who is given it can make it longer or shorter; without effect once the memory is allocated.")
                .defaultValue(true)
                .unadvertised();
    }

    /** Tells whether the memory consists of huge pages. */
    public boolean usesHugePages() {
        return usesHugePages;
    }

    /** Says whether the memory consists of huge pages; without effect once it is allocated. */
    public void setUsesHugePages(boolean huge) {
        usesHugePages = huge;
        warnIfAllocated("hugetlb");
    }

    /** Returns the size of a huge page in bytes; 0 for the host's default. */
    public long hugePageSize() {
        return hugePageSize;
    }

    /** Sets the size of a huge page in bytes; used only with {@code hugetlb=on}. */
    public void setHugePageSize(long bytes) {
        if (bytes == 0) {
            throw new ValueException("Property '" + typeName() + ".hugetlbsize' doesn't take value '0'");
        }
        hugePageSize = bytes;
    }

    /** Tells whether the memory is sealed against growing and shrinking. */
    public boolean isSealed() {
        return isSealed;
    }

    /** Says whether the memory is sealed against growing and shrinking; without effect once it is allocated. */
    public void setSealed(boolean sealed) {
        isSealed = sealed;
        warnIfAllocated("seal");
    }

    @Override
    boolean needsWholePages() {
        return true;
    }

    @Override
    protected RamBlock allocate(RamList list, RamRequest request) {
        Host host = list.host();
        return Host.handOver(host, createFile(host), fd -> {
            resize(host, fd);
            if (isSealed) {
                host.addSeals(fd, FileSeals.F_SEAL_GROW | FileSeals.F_SEAL_SHRINK | FileSeals.F_SEAL_SEAL);
            }
            return list.allocator().allocateFromFd(request, fd, 0);
        });
    }

    private int createFile(Host host) {
        int hugeShift = hugePageSize == 0 ? 0 : Long.numberOfTrailingZeros(hugePageSize);
        // As in QEMU an odd number passes, and counts for no size at all.
        if (hugeShift != 0 && 1L << hugeShift != hugePageSize) {
            throw new ValueException("Hugepage size must be a power of 2");
        }
        int flags = MemfdFlags.MFD_CLOEXEC | (isSealed ? MemfdFlags.MFD_ALLOW_SEALING : 0);
        if (usesHugePages) {
            flags |= MemfdFlags.MFD_HUGETLB | hugeShift << HUGE_SHIFT;
        }
        try {
            return host.memfdCreate(TYPE_NAME, flags);
        } catch (HostException refused) {
            throw new ObjectException(
                    ErrorClass.GENERIC_ERROR,
                    "failed to create memfd with flags 0x" + Integer.toHexString(flags) + ": " + refused.errorText(),
                    usesHugePages
                            ? List.of("The host's huge page sizes are listed in /sys/kernel/mm/hugepages.")
                            : List.of(),
                    refused);
        }
    }

    private void resize(Host host, int fd) {
        try {
            host.ftruncate(fd, size());
        } catch (HostException refused) {
            throw new ObjectException(
                    ErrorClass.GENERIC_ERROR,
                    "failed to resize memfd to " + Long.toUnsignedString(size()) + ": " + refused.errorText(),
                    usesHugePages
                            ? List.of("With hugetlb=on the size must be a multiple of the huge page's size.")
                            : List.of(),
                    refused);
        }
    }
}
