// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import io.qom4j.core.QomObject;
import java.util.List;

/**
 * A part of a query: which objects may stand at one place of the way, or that any number of levels may.
 *
 * <p>Immutable.
 *
 * @param name what the object's name must match
 * @param filters what its properties must say
 * @param isAnyDepth whether this is {@code **}, which stands for any levels, none included
 */
record Step(Glob name, List<Filter> filters, boolean isAnyDepth) {
    static final Step ANY_DEPTH = new Step(new Glob("*"), List.of(), true);

    static Step of(String name, List<Filter> filters) {
        return new Step(new Glob(name), List.copyOf(filters), false);
    }

    boolean matches(QomObject object, Doubts doubts) {
        String actual = object.name();
        if (actual == null || !name.matches(actual)) {
            return false;
        }
        for (Filter filter : filters) {
            if (!filter.matches(object, doubts)) {
                return false;
            }
        }
        return true;
    }
}
