// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Words of a command line, and a file that they may name. Immutable.
 *
 * @param words the words, in which {@code {workdir}} stands for the folder in which each side has its files
 * @param file what the file {@value #FILE} in that folder says
 */
record CommandLine(List<String> words, String file) {
    static final String FILE = "conf";

    private static final int FEWEST_OF_MANY = 8;

    /** Makes a folder with the file, and returns the words for it. */
    List<String> within(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), file);
        return words.stream()
                .map(word -> word.replace(Peer.WORKDIR, folder.toString()))
                .toList();
    }

    /** Tells whether a word has so many members that their order is not known. */
    boolean hasManyMembers() {
        return words.stream()
                .anyMatch(word -> word.chars().filter(c -> c == ',').count() >= FEWEST_OF_MANY - 1);
    }

    @Override
    public String toString() {
        return words + (file.isEmpty() ? "" : " with a file\n" + file);
    }
}
