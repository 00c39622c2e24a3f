// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.core.Qom;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.space.MemoryTopology;
import io.qom4j.exec.view.FlatView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory map of a runtime as text, the way the monitor's {@code info mtree} writes it.
 *
 * <pre>{@code
 * MtreePrinter.of(qom).tree();                             // info mtree
 * MtreePrinter.of(qom).withOwners().withDisabled().tree(); // info mtree -o -D
 * MtreePrinter.of(qom).flatViews();                        // info mtree -f
 * MtreePrinter.of(qom).withDispatch().flatViews();         // info mtree -f -d
 * }</pre>
 *
 * <p>Lines end in a newline, and there is an empty line after each group, the last one included. QEMU orders groups by the
 * hash of a pointer; here they come in the order in which their address spaces were made. QEMU marks the section that was looked up
 * last with {@code [MRU]}; here no section is marked, because each thread would see another one.
 *
 * <p>Immutable; printing takes the runtime's writer lock. QEMU: system/memory.c, mtree_info.
 */
public final class MtreePrinter {
    private final Qom qom;
    private final boolean showsOwners;
    private final boolean showsDisabled;
    private final boolean showsDispatch;

    private MtreePrinter(Qom qom, boolean showsOwners, boolean showsDisabled, boolean showsDispatch) {
        this.qom = qom;
        this.showsOwners = showsOwners;
        this.showsDisabled = showsDisabled;
        this.showsDispatch = showsDispatch;
    }

    /** Returns a printer of a runtime's memory map. */
    public static MtreePrinter of(Qom qom) {
        return new MtreePrinter(qom, false, false, false);
    }

    /** Returns a printer that also tells to whom each region belongs: the option {@code -o}. */
    public MtreePrinter withOwners() {
        return new MtreePrinter(qom, true, showsDisabled, showsDispatch);
    }

    /** Returns a printer that also shows disabled regions in {@link #tree}: the option {@code -D}. */
    public MtreePrinter withDisabled() {
        return new MtreePrinter(qom, showsOwners, true, showsDispatch);
    }

    /** Returns a printer that also shows, in {@link #flatViews}, how QEMU would look addresses up: the option {@code -d}. */
    public MtreePrinter withDispatch() {
        return new MtreePrinter(qom, showsOwners, showsDisabled, true);
    }

    /** Returns the trees of regions: first those of the address spaces, then those that aliases show. */
    public String tree() {
        return qom.exclusively(() -> {
            RegionTreeText text = new RegionTreeText(showsOwners, showsDisabled);
            byRoot().forEach((root, spaces) -> text.addressSpaces(names(spaces), root));
            text.aliased();
            return text.toString();
        });
    }

    /** Returns the flat views, each with the address spaces that share it. */
    public String flatViews() {
        return qom.exclusively(() -> {
            FlatViewText text = new FlatViewText(showsOwners, showsDispatch);
            byView().forEach(text::view);
            return text.toString();
        });
    }

    private List<AddressSpace> spaces() {
        return qom.service(MemoryTopology.class).spaces();
    }

    private Map<MemoryRegion, List<AddressSpace>> byRoot() {
        Map<MemoryRegion, List<AddressSpace>> groups = new LinkedHashMap<>();
        for (AddressSpace space : spaces()) {
            MemoryRegion root = space.root();
            if (root != null) {
                groups.computeIfAbsent(root, key -> new ArrayList<>()).add(space);
            }
        }
        return groups;
    }

    private Map<FlatView, List<AddressSpace>> byView() {
        Map<FlatView, List<AddressSpace>> groups = new LinkedHashMap<>();
        for (AddressSpace space : spaces()) {
            groups.computeIfAbsent(space.view(), key -> new ArrayList<>()).add(space);
        }
        return groups;
    }

    private static List<String> names(List<AddressSpace> spaces) {
        return spaces.stream()
                .map(AddressSpace::name)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
