// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/**
 * What a {@link HostMapping} shall be.
 *
 * <p>Start from {@link #anonymous} or {@link #file} and refine. Immutable.
 *
 * @param size bytes, unsigned, a multiple of the host's page size
 * @param alignment the address is a multiple of this power of two
 * @param fd the file to map, or -1 for anonymous memory
 * @param fileOffset where in the file the mapping starts, in bytes
 * @param filePageSize page size of what backs the mapping: the host's, or a huge page's
 * @param shared stores reach the file and other mappings of it
 * @param readOnly the mapping can only be read
 * @param sync try for a mapping whose file metadata is always durable, and fall back to an ordinary one
 * @param noReserve no swap space or huge pages are reserved
 */
public record MapRequest(
        long size,
        long alignment,
        int fd,
        long fileOffset,
        long filePageSize,
        boolean shared,
        boolean readOnly,
        boolean sync,
        boolean noReserve) {
    /** Alignment that lets the kernel use transparent huge pages from the first byte: 2 MiB. */
    public static final long HUGE_PAGE_ALIGNMENT = 2L << 20;

    /** Checks the request's own rules. */
    public MapRequest {
        if (size == 0) {
            throw new IllegalArgumentException("size is 0; a mapping has at least one page");
        }
        if (alignment <= 0 || Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException("alignment is " + alignment + "; it must be a power of two");
        }
        if (sync && !shared) {
            throw new IllegalArgumentException("sync is set without shared; only a shared mapping can be synchronous");
        }
    }

    /** Returns private, zeroed memory without a file, aligned for huge pages. */
    public static MapRequest anonymous(long size) {
        return new MapRequest(size, HUGE_PAGE_ALIGNMENT, -1, 0, 0, false, false, false, false);
    }

    /** Returns the first bytes of a file as a private mapping, aligned to the host's page. */
    public static MapRequest file(int fd, long size) {
        return new MapRequest(size, 1, fd, 0, 0, false, false, false, false);
    }

    /** Returns this with another alignment. */
    public MapRequest withAlignment(long newAlignment) {
        return new MapRequest(size, newAlignment, fd, fileOffset, filePageSize, shared, readOnly, sync, noReserve);
    }

    /** Returns this with another start in the file. */
    public MapRequest withFileOffset(long newOffset) {
        return new MapRequest(size, alignment, fd, newOffset, filePageSize, shared, readOnly, sync, noReserve);
    }

    /** Returns this with the page size of the file; 0 stands for the host's. */
    public MapRequest withFilePageSize(long newPageSize) {
        return new MapRequest(size, alignment, fd, fileOffset, newPageSize, shared, readOnly, sync, noReserve);
    }

    /** Returns this as a shared or private mapping. */
    public MapRequest withShared(boolean newShared) {
        return new MapRequest(size, alignment, fd, fileOffset, filePageSize, newShared, readOnly, sync, noReserve);
    }

    /** Returns this as a read-only or writable mapping. */
    public MapRequest withReadOnly(boolean newReadOnly) {
        return new MapRequest(size, alignment, fd, fileOffset, filePageSize, shared, newReadOnly, sync, noReserve);
    }

    /** Returns this with or without the wish for a synchronous mapping. */
    public MapRequest withSync(boolean newSync) {
        return new MapRequest(size, alignment, fd, fileOffset, filePageSize, shared, readOnly, newSync, noReserve);
    }

    /** Returns this without or with reservation. */
    public MapRequest withNoReserve(boolean newNoReserve) {
        return new MapRequest(size, alignment, fd, fileOffset, filePageSize, shared, readOnly, sync, newNoReserve);
    }

    /** Returns the bits of {@link MapProtection} that this asks for. */
    int protection() {
        return readOnly ? MapProtection.PROT_READ : MapProtection.PROT_READ | MapProtection.PROT_WRITE;
    }

    /** Returns the bits of {@link MapFlags} that this asks for. */
    int flags(boolean synchronous) {
        int kind = shared ? MapFlags.MAP_SHARED : MapFlags.MAP_PRIVATE;
        return (synchronous ? MapFlags.MAP_SHARED_VALIDATE | MapFlags.MAP_SYNC : kind)
                | (fd < 0 ? MapFlags.MAP_ANONYMOUS : 0)
                | (noReserve ? MapFlags.MAP_NORESERVE : 0);
    }
}
