// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is true of a tree of objects at any moment at which nobody changes it. */
public final class TreeInvariants {
    private TreeInvariants() {}

    /**
     * Checks parents, names, paths and reference counts of every object of the tree.
     *
     * @param held how many references the test itself holds on which objects, in the tree or not
     */
    public static void check(Qom qom, Map<? extends QomObject, Integer> held) {
        List<QomObject> all = new ArrayList<>();
        collect(qom.root(), "", all);
        Map<QomObject, Integer> references = new HashMap<>(held);
        Set<QomObject> toCount = new HashSet<>(all);
        toCount.addAll(held.keySet());
        for (QomObject object : toCount) {
            // The root has the one that its runtime holds, and an object outside may have a parent outside.
            if (object == qom.root() || object.parent() != null) {
                references.merge(object, 1, Integer::sum);
            }
            for (Property property : object.properties()) {
                if (property instanceof LinkProperty<?> link && link.isStrong() && link.get(object) != null) {
                    references.merge(link.get(object), 1, Integer::sum);
                }
            }
        }
        for (QomObject object : toCount) {
            assertThat(object.references()).as("references to %s", object).isEqualTo(references.get(object));
            assertThat(object.isFinalized()).as("end of %s", object).isFalse();
        }
        checkNames(qom, all);
    }

    private static void collect(QomObject object, String path, List<QomObject> all) {
        all.add(object);
        assertThat(object.canonicalPath()).isEqualTo(path.isEmpty() ? "/" : path);
        assertThat(object.qom().resolve(path.isEmpty() ? "/" : path)).isSameAs(object);
        for (QomObject child : object.children()) {
            assertThat(child.parent()).isSameAs(object);
            assertThat(object.child(String.valueOf(child.name()))).isSameAs(child);
            collect(child, path + "/" + child.name(), all);
        }
    }

    private static void checkNames(Qom qom, List<QomObject> all) {
        Map<String, Integer> names = new HashMap<>();
        all.stream().skip(1).forEach(object -> names.merge(String.valueOf(object.name()), 1, Integer::sum));
        all.stream().skip(1).forEach(object -> {
            String name = String.valueOf(object.name());
            PathMatch match = qom.tree().match(name);
            if (names.get(name) > 1) {
                assertThat(match).isInstanceOf(PathMatch.Ambiguous.class);
            } else if (match instanceof PathMatch.Found found) {
                assertThat(found.object()).isSameAs(object);
            } else {
                assertThat(match).as("a link of the same name").isInstanceOf(PathMatch.Ambiguous.class);
            }
        });
    }
}
