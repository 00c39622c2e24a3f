// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.discovery;

import io.qom4j.core.error.TypeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The index of a module's annotated types, a resource that is written when the module is built.
 *
 * <p>Each line is the name of a type, a blank, and the name of its class; a line that begins with {@code #} says nothing.
 * Thread-safe: it has no state.
 */
public final class TypeIndex {
    /** Where the index lies in a jar or a folder of classes. */
    public static final String LOCATION = "META-INF/qom/types.index";

    private static final String HEADING = "# annotated types and their classes, written by the build";

    private TypeIndex() {}

    /**
     * Returns what the indexes that a class loader sees list, in the order of the class path and then of the lines.
     *
     * @throws TypeException if an index is malformed, or two classes stand for one type
     */
    public static List<IndexedType> read(ClassLoader loader) {
        List<IndexedType> all = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(LOCATION))) {
                try (InputStream in = url.openStream()) {
                    parse(url.toString(), new String(in.readAllBytes(), StandardCharsets.UTF_8), all);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The indexes of types, " + LOCATION + ", cannot be read", e);
        }
        return withoutDuplicates(all);
    }

    private static void parse(String source, String text, List<IndexedType> into) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String place = source + ":" + number;
            String[] words = line.split(" ", -1);
            if (words.length != 2) {
                throw new TypeException(
                        place + ": '" + line + "' is no line of an index: it needs the name of a type, a blank and the"
                                + " name of a class");
            }
            into.add(new IndexedType(words[0], words[1], place));
        }
    }

    /**
     * Returns each type once, as first listed.
     *
     * @throws TypeException if two classes stand for one type
     */
    static List<IndexedType> withoutDuplicates(Collection<IndexedType> listed) {
        Map<String, IndexedType> byName = new LinkedHashMap<>();
        for (IndexedType each : listed) {
            IndexedType former = byName.putIfAbsent(each.typeName(), each);
            if (former != null && !former.className().equals(each.className())) {
                throw new TypeException(
                        "Type '" + each.typeName() + "' stands for two classes: " + former.className() + " ("
                                + former.source() + ") and " + each.className() + " (" + each.source() + ")",
                        "Give one of them another name, or take it off the class path.");
            }
        }
        return List.copyOf(byName.values());
    }

    /** Writes the index of a folder of classes, sorted by type name; without types there is none. */
    static void write(Path classes, List<IndexedType> types) throws IOException {
        Path file = classes.resolve(LOCATION);
        if (types.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEADING);
        types.stream()
                .sorted(Comparator.comparing(IndexedType::typeName))
                .map(IndexedType::line)
                .forEach(lines::add);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
