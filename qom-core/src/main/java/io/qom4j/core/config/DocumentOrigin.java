// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.json.JsonKind;
import io.qom4j.core.json.SourcePosition;
import io.qom4j.core.property.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document that gives an object its values: the description of the object, or defaults for its type.
 *
 * <p>One instance stands for all the values that are given there; where each of them stands is found on demand. If a later
 * file overrides an earlier one, both are remembered.
 *
 * <p>Immutable.
 */
public final class DocumentOrigin implements Origin {
    private final Source source;
    private final int node;
    private final @Nullable String defaultsOf;
    private final @Nullable DocumentOrigin overridden;

    private DocumentOrigin(Source source, int node, @Nullable String defaultsOf, @Nullable DocumentOrigin overridden) {
        this.source = source;
        this.node = node;
        this.defaultsOf = defaultsOf;
        this.overridden = overridden;
    }

    static DocumentOrigin ofObject(Source source, int node) {
        return new DocumentOrigin(source, node, null, null);
    }

    static DocumentOrigin ofDefaults(Source source, int node, String typeName) {
        return new DocumentOrigin(source, node, typeName, null);
    }

    DocumentOrigin overriding(DocumentOrigin earlier) {
        return new DocumentOrigin(source, node, defaultsOf, earlier);
    }

    Source source() {
        return source;
    }

    int node() {
        return node;
    }

    /** Returns the place of the description: {@code vm.json:3:5}, {@code vm.json:1:20 (defaults of disk)}. */
    @Override
    public String describe() {
        return position() + (defaultsOf == null ? "" : " (defaults of " + defaultsOf + ")");
    }

    /** Returns the place of the named property's value. */
    @Override
    public String describe(String property) {
        SourcePosition place = position(property);
        return place == null ? describe() : place + (defaultsOf == null ? "" : " (defaults of " + defaultsOf + ")");
    }

    /** Returns the place of the description. */
    public SourcePosition position() {
        return source.position(node);
    }

    /** Returns the place of the named property's value, or null if the value is not given here. */
    @Override
    public @Nullable SourcePosition position(String property) {
        int value = value(property);
        return value < 0 ? null : source.position(value);
    }

    /** Returns the named property's value as a JSON pointer into the document, or null if the value is not given here. */
    public @Nullable String pointer(String property) {
        int value = value(property);
        return value < 0 ? null : source.document().pointer(value);
    }

    /** Returns the type whose defaults these are, or null if this is the description of an object. */
    public @Nullable String defaultsOf() {
        return defaultsOf;
    }

    /** Returns the description of the same object in an earlier file, which this one overrides, or null. */
    public @Nullable DocumentOrigin overridden() {
        return overridden;
    }

    /** Returns each place that gives the named property a value: the one that counts first, then those it overrides. */
    public List<SourcePosition> history(String property) {
        List<SourcePosition> places = new ArrayList<>();
        for (DocumentOrigin each = this; each != null; each = each.overridden) {
            SourcePosition place = each.position(property);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    private int value(String property) {
        return source.document().kind(node) == JsonKind.OBJECT
                ? source.document().member(node, property)
                : -1;
    }

    @Override
    public String toString() {
        return describe();
    }
}
