// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.compare;

import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigObject;
import io.qom4j.core.config.PlainValue;
import io.qom4j.core.config.compare.Difference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The comparison of two configurations, object by object and property by property.
 *
 * <p>Objects are matched by path; their order does not count. Values are compared as they stand: to see {@code "4k"} and
 * {@code 4096} as the same, compare effective documents ({@link io.qom4j.core.config.ConfigLoader#effective}) or exports.
 *
 * <p>All methods are pure.
 *
 * <p>Thread-safe: it has no state.
 */
public final class Diff {
    private Diff() {}

    /** Returns how the right document differs from the left one; empty if it does not. */
    public static List<Difference> between(ConfigDocument left, ConfigDocument right) {
        List<Difference> found = new ArrayList<>();
        objects("/objects", left.objects(), right.objects(), found);
        return found;
    }

    /** Returns how the user-created objects of the right runtime differ from those of the left one. */
    public static List<Difference> between(Qom left, Qom right) {
        return between(
                Export.of(left).everything().document(),
                Export.of(right).everything().document());
    }

    private static void objects(
            String path, List<ConfigObject> left, List<ConfigObject> right, List<Difference> found) {
        Map<String, ConfigObject> rightById = new HashMap<>();
        right.forEach(each -> rightById.putIfAbsent(each.id(), each));
        Set<String> common = new LinkedHashSet<>();
        for (ConfigObject each : left) {
            ConfigObject other = rightById.get(each.id());
            if (other == null) {
                found.add(new Difference(Kind.REMOVED, path + "/" + each.id(), null, each.type(), null));
            } else if (common.add(each.id())) {
                object(path + "/" + each.id(), each, other, found);
            }
        }
        for (ConfigObject each : right) {
            if (!common.contains(each.id())) {
                found.add(new Difference(Kind.ADDED, path + "/" + each.id(), null, null, each.type()));
            }
        }
    }

    private static void object(String path, ConfigObject left, ConfigObject right, List<Difference> found) {
        if (!left.type().equals(right.type())) {
            found.add(new Difference(Kind.RETYPED, path, null, left.type(), right.type()));
            return;
        }
        Set<String> names = new LinkedHashSet<>(left.properties().keySet());
        names.addAll(right.properties().keySet());
        for (String name : names) {
            Object before = left.properties().get(name);
            Object after = right.properties().get(name);
            if (!right.properties().containsKey(name)) {
                found.add(new Difference(Kind.UNSET, path, name, before, null));
            } else if (!left.properties().containsKey(name)) {
                found.add(new Difference(Kind.SET, path, name, null, after));
            } else if (!PlainValue.areSame(before, after)) {
                found.add(new Difference(Kind.CHANGED, path, name, before, after));
            }
        }
        objects(path, left.children(), right.children(), found);
    }
}
