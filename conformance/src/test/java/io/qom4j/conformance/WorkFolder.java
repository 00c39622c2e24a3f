// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a case has its files, {@code {workdir}} in the recordings.
 *
 * @param path the folder
 */
record WorkFolder(Path path) {
    /** Removes everything that is in it. */
    void clear() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(path)) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Returns a recording with the folder's path filled in. */
    @Nullable Object fill(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replace("{workdir}", path.toString());
            case List<?> list -> list.stream().map(this::fill).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> filled = new LinkedHashMap<>();
                map.forEach((name, member) -> filled.put((String) name, fill(member)));
                yield filled;
            }
            case null -> null;
            default -> value;
        };
    }
}
