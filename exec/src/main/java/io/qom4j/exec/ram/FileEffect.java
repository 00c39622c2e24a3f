// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

/**
 * What an allocation did to its backing file, so that it can be undone. Immutable.
 *
 * @param path the file's name; empty if it has none
 * @param created whether the allocation made the file
 * @param extended whether the allocation made an empty file longer
 */
public record FileEffect(String path, boolean created, boolean extended) {
    /** Nothing was done to any file. */
    public static final FileEffect NONE = new FileEffect("", false, false);
}
