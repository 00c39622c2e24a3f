// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.exec.ram.FileRules;

/**
 * A QEMU release whose memory backends a runtime has: which types and properties there are, and which answers they give.
 *
 * <p>The releases differ in little else than what is said at the constants. A word names each, as on the command line. Immutable.
 */
public enum QemuRelease {
    /** QEMU 7.2, the default, whose recorded answers the conformance cases hold. */
    V7_2("7.2", FileRules.RELEASE_7_2),
    /**
     * QEMU 10.0. There are {@code memory-backend-shm}, and {@code offset} and {@code rom} of {@code memory-backend-file}; read-only
     * files must exist and cannot be directories; the size of files must be whole pages of what backs them; a file that is too small
     * is refused with other words.
     */
    V10_0("10.0", FileRules.RELEASE_8_2);

    private final String word;
    private final FileRules fileRules;

    QemuRelease(String word, FileRules fileRules) {
        this.word = word;
        this.fileRules = fileRules;
    }

    /** Returns the rules for backing files. */
    FileRules fileRules() {
        return fileRules;
    }

    /** Tells whether this release is another's successor or that release itself. */
    boolean isAtLeast(QemuRelease other) {
        return compareTo(other) >= 0;
    }

    /** Returns the word that names the release, for example {@code 7.2}. */
    @Override
    public String toString() {
        return word;
    }
}
