// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a RAM block shall be, whatever its memory comes from.
 *
 * <p>Start from {@link #of} and refine. Immutable.
 *
 * @param owner whom the block belongs to
 * @param size bytes that are used at first, unsigned; rounded up to pages
 * @param maxSize bytes that are reserved, unsigned, at least {@code size}
 * @param flags bits of {@link RamFlags}; each entry point says which it allows
 * @param align the address is a multiple of this; 0 for the page size. Only files and descriptors heed it
 * @param callback told of each change of size; null for none
 * @param advice merging and dumping; null for the machine's defaults
 * @param fileRules which release's rules hold for the file; null for the list's
 */
public record RamRequest(
        RamBlockOwner owner,
        long size,
        long maxSize,
        RamFlags flags,
        long align,
        @Nullable ResizeCallback callback,
        @Nullable MachineMemoryDefaults advice,
        @Nullable FileRules fileRules) {
    /** Refuses a maximum below the size. */
    public RamRequest {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(flags, "flags");
        if (Long.compareUnsigned(maxSize, size) < 0) {
            throw new IllegalArgumentException(
                    "maxSize 0x" + Long.toHexString(maxSize) + " is smaller than size 0x" + Long.toHexString(size));
        }
    }

    /** Returns a request for a block of fixed size without flags. */
    public static RamRequest of(RamBlockOwner owner, long size) {
        return new RamRequest(owner, size, size, RamFlags.NONE, 0, null, null, null);
    }

    /** Returns this with other flags. */
    public RamRequest withFlags(RamFlags newFlags) {
        return new RamRequest(owner, size, maxSize, newFlags, align, callback, advice, fileRules);
    }

    /** Returns this with the flags that a caller of the older interface means. */
    public RamRequest withFlags(QemuRamFlags newFlags) {
        return withFlags(newFlags.toRamFlags());
    }

    /** Returns this with another alignment of the address. */
    public RamRequest withAlign(long newAlign) {
        return new RamRequest(owner, size, maxSize, flags, newAlign, callback, advice, fileRules);
    }

    /** Returns this as a block that may change its size up to a maximum; {@link RamFlags#RAM_RESIZEABLE} is set. */
    public RamRequest resizeable(long newMaxSize, @Nullable ResizeCallback newCallback) {
        return new RamRequest(
                owner, size, newMaxSize, flags.with(RamFlags.RAM_RESIZEABLE), align, newCallback, advice, fileRules);
    }

    /** Returns this with its own choice about merging and dumping. */
    public RamRequest withAdvice(MachineMemoryDefaults newAdvice) {
        return new RamRequest(owner, size, maxSize, flags, align, callback, newAdvice, fileRules);
    }

    /** Returns this with the rules of a release for its file, whatever the list's are. */
    public RamRequest withFileRules(FileRules newRules) {
        return new RamRequest(owner, size, maxSize, flags, align, callback, advice, newRules);
    }
}
