// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import io.qom4j.core.QomObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Comparisons of a query that could not be made, which are told if the query finds nothing.
 *
 * <p>Properties of one name need not be of one type in all objects, so that a comparison which makes no sense for one object
 * is no mistake. If it makes sense for none, it is. Confined to one thread.
 */
final class Doubts {
    private final Map<Filter, String> reasons = new LinkedHashMap<>();
    private final Set<Filter> sensible = new HashSet<>();

    /** Tells of a filter that made no sense for an object. */
    void add(Filter filter, QomObject object, String reason) {
        reasons.putIfAbsent(filter, "property '" + filter.property() + "' of " + object + " " + reason);
    }

    /** Tells of a filter that made sense for an object. */
    void clear(Filter filter) {
        sensible.add(filter);
    }

    /** Refuses a query that found nothing, if one of its filters made no sense for any object. */
    void refuse(String query) {
        reasons.forEach((filter, reason) -> {
            if (!sensible.contains(filter)) {
                throw QueryParser.wrong(query, filter.column(), reason);
            }
        });
    }
}
