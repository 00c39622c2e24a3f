// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.json.SourcePosition;
import io.qom4j.core.property.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a property of an object that documents describe has the value it has: everybody who gives it one, the one that counts
 * first.
 *
 * <pre>{@code
 * Explanation why = ConfigLoader.of(qom).file(base).file(site).explain("m0", "size");
 * why.givers().getFirst();     // site.json:3:58: the object, "2G"
 * }</pre>
 *
 * <p>Immutable if the values are.
 *
 * @param path the object's path: {@code /objects/m0}
 * @param type the object's type
 * @param property the property
 * @param givers who gives a value, the one that counts first; empty if nobody does and no default is declared
 */
public record Explanation(String path, String type, Property property, List<Giver> givers) {
    /** Copies the list. */
    public Explanation {
        givers = List.copyOf(givers);
    }

    /** Returns the value that counts, in its plainest form; null if nobody gives one. */
    public @Nullable Object value() {
        return givers.isEmpty() ? null : givers.getFirst().value();
    }

    /** How a value is given, the stronger first. */
    public enum Kind {
        /** With the object itself. */
        OBJECT,
        /** As a default for the objects of a document. */
        DEFAULTS,
        /** As a default for all objects of a type. */
        GLOBALS,
        /** By the declaration of the property. */
        DECLARATION
    }

    /**
     * Somebody who gives a value.
     *
     * @param kind how
     * @param type the type for which the value is given; the object's own for {@link Kind#OBJECT}
     * @param position where it stands; null for a declaration
     * @param written the value as it stands there, as compact JSON
     * @param value the value in its plainest form; for a link the path that it leads to
     */
    public record Giver(
            Kind kind,
            String type,
            @Nullable SourcePosition position,
            String written,
            @Nullable Object value) {}
}
