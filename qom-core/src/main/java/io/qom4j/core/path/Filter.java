// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a property: that an object has it, or what its value is.
 *
 * <p>Immutable.
 *
 * @param property the property's name
 * @param operator how the value is compared, or null if it is enough to have the property
 * @param operand what the value is compared with
 * @param column where the operand stands in the query, from 0
 */
record Filter(String property, @Nullable Operator operator, Operand operand, int column) {
    /** The property that every object has, and that compares along the types' descent. */
    private static final String TYPE = "type";

    boolean matches(QomObject object, Doubts doubts) {
        Property found = object.findProperty(property);
        if (found == null || operator == null) {
            return found != null;
        }
        if (property.equals(TYPE) && (operator == Operator.EQUAL || operator == Operator.UNEQUAL)) {
            if (!object.qom().types().contains(operand.text())) {
                doubts.add(this, object, "is never '" + operand.text() + "', which is no type");
            }
            return object.isA(operand.text()) == (operator == Operator.EQUAL);
        }
        if (!found.isReadable()) {
            doubts.add(this, object, "cannot be read");
            return false;
        }
        try {
            boolean holds = PropertyValue.of(object, found).compare(operator, operand);
            doubts.clear(this);
            return holds;
        } catch (QomException e) {
            doubts.add(this, object, String.valueOf(e.getMessage()));
            return false;
        }
    }
}
