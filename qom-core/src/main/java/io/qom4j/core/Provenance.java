// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.AliasProperty;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which an object knows who gave each of its properties its value.
 *
 * <p>An object keeps an origin for each property that somebody has set, at the property's slot, in an array made on the first
 * set. Where there is none the value is the declared default, if it still is what the property holds, or else what the object
 * gave itself. Thread-safe: it has no state.
 */
final class Provenance {
    private Provenance() {}

    /** Returns a longer copy, or a first one, with room for a slot. */
    static Origin[] grow(Origin @Nullable [] origins, int slot, int usual) {
        int wanted = Math.max(usual, slot + 1);
        if (origins == null) {
            return new Origin[wanted];
        }
        return Arrays.copyOf(origins, Math.max(wanted, origins.length + origins.length / 2));
    }

    /** Returns who gave a property of an object its value. */
    static Origin of(QomObject object, Property property, Origin @Nullable [] origins) {
        if (property instanceof RenamedProperty renamed) {
            return object.origin(renamed.present());
        }
        if (property instanceof AliasProperty alias) {
            return alias.targetObject().origin(alias.target());
        }
        int slot = property.slot();
        Origin origin = origins == null || slot < 0 || slot >= origins.length ? null : origins[slot];
        if (origin != null) {
            return origin;
        }
        String declaredBy = property.declaredBy();
        if (property.defaultValue() == null || declaredBy == null) {
            return Origins.UNSET;
        }
        return property.holdsDefault(object)
                ? new Origin.Default(typeThatGaveDefault(object.objectClass(), property))
                : Origins.OBJECT;
    }

    /** Returns the name of the type that declared the property or was the last to give it another default. */
    private static String typeThatGaveDefault(ObjectClass objectClass, Property property) {
        ObjectClass giver = objectClass;
        ObjectClass parent = giver.parent();
        while (parent != null && parent.findProperty(property.name()) == property) {
            giver = parent;
            parent = giver.parent();
        }
        return giver.name();
    }
}
