// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;

/**
 * A refusal by the host's memory: a page that is mapped cannot be touched.
 *
 * <p>The file behind the mapping has become shorter, its file system is full, or its device failed. Part of the access may
 * have been done. Immutable.
 */
public final class MemoryFaultException extends QomException {
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final long length;

    /**
     * Makes a refusal.
     *
     * @param name what the memory is called; empty if it has no name
     * @param offset where in the mapping the access began
     * @param length how many bytes it asked for
     * @param cause what the JVM threw
     */
    public MemoryFaultException(String name, long offset, long length, Throwable cause) {
        super(
                ErrorClass.GENERIC_ERROR,
                "host memory " + (name.isEmpty() ? "" : "of " + name + " ") + "at offset 0x" + Long.toHexString(offset)
                        + ", length 0x" + Long.toHexString(length) + ", cannot be touched",
                List.of("the file behind it has been cut, its file system is full, or its device failed"),
                cause);
        this.offset = offset;
        this.length = length;
    }

    /** Returns where in the mapping the access began, in bytes. */
    public long offset() {
        return offset;
    }

    /** Returns how many bytes the access asked for. */
    public long length() {
        return length;
    }
}
