// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.FlatView;
import java.util.List;

/** The text of flat views, each with a number and the address spaces that share it. QEMU: system/memory.c, mtree_print_flatview. */
final class FlatViewText {
    private final StringBuilder text = new StringBuilder();
    private final boolean showsOwners;
    private final boolean showsDispatch;
    private int count;

    FlatViewText(boolean showsOwners, boolean showsDispatch) {
        this.showsOwners = showsOwners;
        this.showsDispatch = showsDispatch;
    }

    /** Adds a view. */
    void view(FlatView view, List<AddressSpace> spaces) {
        text.append("FlatView #").append(count++).append('\n');
        for (AddressSpace space : spaces) {
            space(space);
        }
        MemoryRegion root = view.root();
        text.append(" Root memory region: ")
                .append(root == null ? "(none)" : root.regionName())
                .append('\n');
        if (view.ranges().isEmpty()) {
            text.append("  No rendered FlatView\n\n");
            return;
        }
        for (FlatRange range : view.ranges()) {
            range(range);
        }
        if (showsDispatch) {
            new DispatchTree(view).appendTo(text);
        }
        text.append('\n');
    }

    private void space(AddressSpace space) {
        MemoryRegion root = space.root();
        if (root == null) {
            return;
        }
        text.append(" AS \"").append(space.name()).append("\", root: ").append(root.regionName());
        MemoryRegion target = root.aliasTarget();
        if (target != null) {
            text.append(", alias ").append(target.regionName());
        }
        text.append('\n');
    }

    private void range(FlatRange range) {
        MemoryRegion region = range.region();
        text.append("  ");
        MtreeText.range(text, range.first(), range.last());
        MtreeText.kind(text, region.priority(), range.isNonvolatile(), range.typeWord());
        text.append(region.regionName());
        if (range.offset() != 0) {
            text.append(" @");
            MtreeText.number(text, range.offset());
        }
        if (showsOwners) {
            MtreeText.owner(text, region);
        }
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
