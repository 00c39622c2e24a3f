// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What completion wants to know of a property. Immutable.
 *
 * @param name its name
 * @param legal which values are legal, for people
 * @param isReadable whether it has a value to show
 * @param isWritable whether it can be set
 * @param words all values that are legal, if they are few; else empty
 * @param target the type of the objects that are legal, if it is a link; else null
 */
record PropertyFacts(
        String name,
        String legal,
        boolean isReadable,
        boolean isWritable,
        List<String> words,
        @Nullable String target) {
    private static final List<String> BOOLEAN = List.of("on", "off");
    private static final String LINK = "link<";

    /** Makes the words immutable. */
    PropertyFacts {
        words = List.copyOf(words);
    }

    /** Returns what the text of a type tells. */
    static PropertyFacts ofTypeText(String name, String type) {
        boolean isLink = type.startsWith(LINK) && type.endsWith(">");
        return new PropertyFacts(
                name,
                type,
                true,
                !type.startsWith("child<"),
                type.equals("bool") ? BOOLEAN : List.of(),
                isLink ? type.substring(LINK.length(), type.length() - 1) : null);
    }

    /** Returns what {@code x-qom-describe} tells. */
    static PropertyFacts ofDescription(Reply description) {
        Reply type = description.get("true-type");
        return new PropertyFacts(
                description.get("name").text(),
                description.get("legal").text(),
                description.get("readable").isTrue(),
                description.get("writable").isTrue(),
                switch (type.get("kind").text()) {
                    case "bool" -> BOOLEAN;
                    case "enum" ->
                        type.get("words").items().stream().map(Reply::text).toList();
                    default -> List.of();
                },
                type.get("kind").text().equals("link") ? type.get("target").text() : null);
    }
}
