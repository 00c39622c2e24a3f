// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * What an allocation did to its backing file, so that it can be undone. Immutable.
 *
 * @param path the file's name; empty if it has none
 * @param created whether the allocation made the file
 * @param extended whether the allocation made the file longer
 * @param oldLength how long it was then, in bytes
 */
public record FileEffect(String path, boolean created, boolean extended, long oldLength) {
    /** Nothing was done to any file. */
    public static final FileEffect NONE = new FileEffect("", false, false, 0);
}
