// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.compare;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigObject;
import io.qom4j.core.config.LinkText;
import io.qom4j.core.config.PlainValue;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import io.qom4j.core.value.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration of a runtime's user-created objects, as a document that makes equal ones.
 *
 * <p>The objects stand in the order in which they were made, so links point backwards. Each has the values that somebody gave
 * it and that differ from the declared default; with {@link #everything} also those that nobody gave. What cannot be read or
 * cannot be written is left out. What an object made for itself is not part of the document, only what a document would make.
 *
 * <pre>{@code
 * System.out.print(Export.of(qom).document());
 * }</pre>
 *
 * <p>Immutable; the objects are read when the document is asked for.
 */
public final class Export {
    private final Qom qom;
    private final boolean everything;

    private Export(Qom qom, boolean everything) {
        this.qom = qom;
        this.everything = everything;
    }

    /** Returns the export of a runtime. */
    public static Export of(Qom qom) {
        return new Export(Objects.requireNonNull(qom, "qom"), false);
    }

    /** Returns an export like this one that also has the values that nobody gave. */
    public Export everything() {
        return new Export(qom, true);
    }

    /** Returns the document. */
    public ConfigDocument document() {
        return ConfigDocument.of(qom.objects().all().stream().map(this::object).toList());
    }

    /** Returns one object with what it owns. */
    public ConfigObject object(QomObject object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Property property : object.objectClass().properties()) {
            if (property.isReadable() && property.isWritable() && !(property instanceof RenamedProperty)) {
                value(object, property, values);
            }
        }
        List<ConfigObject> children = new ArrayList<>();
        for (QomObject child : object.children()) {
            if (child.isComplete()) {
                children.add(object(child));
            }
        }
        return new ConfigObject(object.typeName(), String.valueOf(object.name()), values, children);
    }

    private void value(QomObject object, Property property, Map<String, @Nullable Object> values) {
        if (!everything && !isGiven(object.origin(property))) {
            return;
        }
        if (property.type() instanceof LinkType) {
            QomObject target = property.resolve(object);
            String path = target == null ? null : target.canonicalPath();
            if (path != null) {
                values.put(
                        property.name(),
                        LinkText.shortest(path, isTop(object), name -> object.findProperty(name) != null));
            }
            return;
        }
        Object value = PlainValue.of(property, object);
        if (everything || !PlainValue.isDefault(property, value)) {
            values.put(property.name(), value);
        }
    }

    private boolean isTop(QomObject object) {
        return object.parent() == qom.root().child("objects");
    }

    private static boolean isGiven(Origin origin) {
        return origin != Origins.UNSET && origin != Origins.OBJECT && !(origin instanceof Origin.Default);
    }
}
