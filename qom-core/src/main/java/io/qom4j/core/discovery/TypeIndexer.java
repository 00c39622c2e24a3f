// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.discovery;

import io.qom4j.core.error.TypeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The step of a build that writes a module's {@link TypeIndex}: checks each annotated class, and lists them.
 *
 * <p>Run with the module's classes and all that they need on the class path:
 *
 * <pre>java -cp … io.qom4j.core.discovery.TypeIndexer target/classes</pre>
 *
 * <p>Exits with status 1, and names every mistake, if a class is no sound type or two stand for one type.
 *
 * <p>Thread-safe: it has no state; two that write the same folder are not.
 */
public final class TypeIndexer {
    private TypeIndexer() {}

    /** Runs the step on each folder of classes that is given. */
    public static void main(String[] folders) throws IOException {
        List<String> mistakes = new ArrayList<>();
        for (String folder : folders) {
            mistakes.addAll(index(Path.of(folder), TypeIndexer.class.getClassLoader()));
        }
        if (folders.length == 0) {
            mistakes.add("usage: TypeIndexer FOLDER-OF-CLASSES…");
        }
        if (!mistakes.isEmpty()) {
            mistakes.forEach(System.err::println);
            System.exit(1);
        }
    }

    /** Writes the index of a folder unless there are mistakes, which are returned. */
    static List<String> index(Path classes, ClassLoader loader) throws IOException {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        List<IndexedType> types = FolderScan.of(classes);
        List<String> mistakes = new ArrayList<>();
        for (IndexedType each : types) {
            attempt(() -> each.load(loader), mistakes);
        }
        attempt(() -> TypeIndex.withoutDuplicates(types), mistakes);
        if (mistakes.isEmpty()) {
            TypeIndex.write(classes, types);
        }
        return mistakes;
    }

    private static void attempt(Runnable check, List<String> mistakes) {
        try {
            check.run();
        } catch (TypeException e) {
            mistakes.add(e.fullText());
        }
    }
}
