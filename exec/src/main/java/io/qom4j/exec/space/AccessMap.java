// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.view.FlatView;
import io.qom4j.exec.view.RangeIndex;

/**
 * A flat view with all that an access needs: the table that finds the section of an address, and the sections.
 *
 * <p>The section that was found last is remembered, because most accesses are near the one before. That field is written without
 * any order among threads: a section is immutable, and whichever is seen is checked before it is used. Only one address in eight
 * changes it, so that threads which read all over do not take its cache line from each other at every access.
 *
 * <p>Immutable but for that. QEMU: system/physmem.c, struct AddressSpaceDispatch and its mru_section.
 */
final class AccessMap {
    static final AccessMap EMPTY = new AccessMap(FlatView.EMPTY);

    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    final FlatView view;
    private final RangeIndex index;
    private final Section[] sections;
    private Section recent;

    AccessMap(FlatView view) {
        this.view = view;
        this.index = view.index();
        this.sections = new Section[index.size()];
        for (int i = 0; i < sections.length; i++) {
            sections[i] = new Section(index.start(i), index.last(i), view.piece(i));
        }
        this.recent = sections[0];
    }

    /** Returns the section that holds an address. */
    Section find(long address) {
        Section near = recent;
        return Long.compareUnsigned(address - near.first, near.last - near.first) <= 0 ? near : look(address);
    }

    private Section look(long address) {
        Section found = sections[index.find(address)];
        if ((address * SCATTER) >>> 61 == 0) {
            recent = found;
        }
        return found;
    }
}
