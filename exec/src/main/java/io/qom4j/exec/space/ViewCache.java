// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.view.EffectiveRoot;
import io.qom4j.exec.view.FlatView;
import io.qom4j.exec.view.ListenerCalls;
import io.qom4j.exec.view.ViewRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The maps that are published now, by effective root: address spaces that come to one root share one.
 *
 * <p>Confined to the runtime's writer lock. QEMU: system/memory.c, the table flat_views.
 */
final class ViewCache {
    private record Entry(AccessMap map, ViewHolds holds) {}

    private Map<MemoryRegion, Entry> entries = new HashMap<>();

    /**
     * What a rebuild has made; nothing of it is published yet.
     *
     * @param bySpace the new map of each address space
     * @param replaced what is not needed any more
     */
    record Change(Map<AddressSpace, AccessMap> bySpace, List<ViewHolds> replaced) {
        AccessMap mapOf(AddressSpace space) {
            return Objects.requireNonNull(bySpace.get(space), "an address space came while views were made");
        }

        void releaseOld(ListenerCalls failures) {
            for (ViewHolds each : replaced) {
                try {
                    each.release();
                } catch (RuntimeException | Error thrown) {
                    failures.failed(thrown);
                }
            }
        }
    }

    /** Returns the map from a root: the published one if there is one, or a new one. */
    AccessMap mapFrom(MemoryRegion root, boolean isAllRamLogged) {
        MemoryRegion effective = EffectiveRoot.of(root);
        return effective == null
                ? AccessMap.EMPTY
                : entries.computeIfAbsent(effective, at -> entry(ViewRenderer.render(at, isAllRamLogged), null)).map;
    }

    /**
     * Makes the maps of all address spaces anew. A map that would show the same as before is kept.
     *
     * @throws io.qom4j.exec.view.MemoryMapException if one cannot be made; nothing has changed then
     */
    Change rebuild(List<AddressSpace> spaces, boolean isAllRamLogged) {
        Map<AddressSpace, MemoryRegion> roots = new HashMap<>();
        Map<MemoryRegion, FlatView> made = new HashMap<>();
        for (AddressSpace space : spaces) {
            MemoryRegion effective = effectiveRoot(space);
            if (effective != null) {
                roots.put(space, effective);
                made.computeIfAbsent(effective, at -> ViewRenderer.render(at, isAllRamLogged));
            }
        }
        Map<MemoryRegion, Entry> old = entries;
        Map<MemoryRegion, Entry> current = new HashMap<>();
        made.forEach((root, view) -> current.put(root, entry(view, old.get(root))));
        List<ViewHolds> replaced = new ArrayList<>();
        old.forEach((root, entry) -> {
            if (current.get(root) != entry) {
                replaced.add(entry.holds);
            }
        });
        entries = current;
        Map<AddressSpace, AccessMap> bySpace = new HashMap<>();
        for (AddressSpace space : spaces) {
            MemoryRegion root = roots.get(space);
            Entry entry = root == null ? null : current.get(root);
            bySpace.put(space, entry == null ? AccessMap.EMPTY : entry.map);
        }
        return new Change(bySpace, replaced);
    }

    private static @Nullable MemoryRegion effectiveRoot(AddressSpace space) {
        MemoryRegion root = space.root();
        return root == null ? null : EffectiveRoot.of(root);
    }

    private static Entry entry(FlatView view, @Nullable Entry before) {
        return before != null && before.map.view.ranges().equals(view.ranges())
                ? before
                : new Entry(new AccessMap(view), new ViewHolds(view));
    }
}
