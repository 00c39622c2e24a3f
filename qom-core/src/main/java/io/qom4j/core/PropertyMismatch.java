// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.value.LinkType;
import io.qom4j.core.visit.SingleValue;
import org.jspecify.annotations.Nullable;

/** The slow side of access by name: the property holds another type than the method called says. */
final class PropertyMismatch {
    private PropertyMismatch() {}

    static ValueException wrongType(String name, String expected) {
        return new ValueException("Invalid parameter type for '" + name + "', expected: " + expected);
    }

    /** Sets a property of whatever kind: a visitor over the value converts it or refuses with QEMU's text. */
    static void set(QomObject object, Property property, Object value) {
        property.set(object, SingleValue.input(value), Origins.API);
    }

    static @Nullable String string(QomObject object, String name) {
        SingleValue.Output value = SingleValue.output();
        object.property(name).get(object, value, name);
        if (value.value() instanceof String string) {
            return string;
        }
        throw wrongType(name, "string");
    }

    static <T extends QomObject> void setLink(QomObject object, LinkProperty<T> link, @Nullable QomObject target) {
        if (target != null && !target.isA(((LinkType) link.type()).target())) {
            throw new ObjectException("Property '" + object.typeName() + "." + link.name() + "' cannot refer to "
                    + target + ": it is no " + ((LinkType) link.type()).target());
        }
        link.setUnchecked(object, target);
    }
}
