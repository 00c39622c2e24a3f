// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps whom alive: an owner its children, the owner of a strong link its target.
 *
 * <p>Only children and strong links count. A reference that an object takes by {@link QomObject#ref} and drops in an
 * {@code onRelease} or instance_finalize hook is invisible here: two objects that hold each other so never end, and nobody
 * refuses it. (The leak detector tells of them once nobody refers to them.)
 *
 * <p>If two objects kept each other alive neither would ever end; so what would close such a ring is refused, and this finds
 * out. Most objects hold nothing, which is seen at once; and an object with a single reference is held by its owner alone, so
 * that looking upwards from it is often enough. Confined to the holder of the runtime's writer lock.
 */
final class Holding {
    private final Set<QomObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<QomObject> toVisit = new ArrayDeque<>();

    private Holding() {}

    /** Tells whether an object keeps another alive, directly or through others. */
    static boolean holds(QomObject holder, QomObject held) {
        if (holder.members() == null && holder.objectClass().table().links().length == 0) {
            return false;
        }
        QomObject each = held;
        for (QomObject owner = each.parent(); owner != null && each.references() == 1; owner = each.parent()) {
            if (owner == holder) {
                return true;
            }
            each = owner;
        }
        boolean isRootAlone = each.references() == 1 && each == held.qom().root();
        return !isRootAlone && new Holding().search(holder, each);
    }

    private boolean search(QomObject holder, QomObject held) {
        toVisit.add(holder);
        while (!toVisit.isEmpty()) {
            forEachHeld(toVisit.pop(), each -> {
                if (seen.add(each)) {
                    toVisit.push(each);
                }
            });
            if (seen.contains(held)) {
                return true;
            }
        }
        return false;
    }

    private static void forEachHeld(QomObject holder, Consumer<QomObject> consumer) {
        for (Property link : holder.objectClass().table().links()) {
            give(strongTarget(link, holder), consumer);
        }
        Members members = holder.members();
        if (members != null) {
            members.forEach(
                    entry -> give(entry instanceof QomObject child ? child : strongTarget(entry, holder), consumer));
        }
    }

    private static @Nullable QomObject strongTarget(Object property, QomObject holder) {
        return property instanceof LinkProperty<?> link && link.isStrong() ? link.get(holder) : null;
    }

    private static void give(@Nullable QomObject held, Consumer<QomObject> consumer) {
        if (held != null) {
            consumer.accept(held);
        }
    }
}
