// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionContent;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.FlatView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table by which QEMU finds who answers at an address, made only to be shown: look-ups here use
 * {@link io.qom4j.exec.view.RangeIndex}.
 *
 * <p><strong>Sections.</strong> Section 0 stands for addresses that nobody answers. Each range of the view is cut at page borders: into what
 * comes before its first whole page, its whole pages, and what comes after them; each piece is a section. A page that has
 * such a partial piece is a section of its own, without a name, which comes before the first piece in it.
 *
 * <p><strong>Nodes</strong> are numbered in the order in which pages first need them. See {@link DispatchNodes}.
 *
 * <p>Confined to the runtime's writer lock. QEMU: system/physmem.c, flatview_add_to_dispatch and mtree_print_dispatch.
 */
final class DispatchTree {
    private static final int PAGE_BITS = 12;
    private static final long PAGE_SIZE = 1L << PAGE_BITS;
    private static final long IN_PAGE = PAGE_SIZE - 1;

    /** QEMU once gave the first sections to special purposes, and still prints these words by number. */
    private static final List<String> WORDS = List.of(" [unassigned]", " [not dirty]", " [ROM]", " [watch]");

    private record Section(long first, long last, @Nullable MemoryRegion region) {}

    private final FlatView view;
    private final List<Section> sections = new ArrayList<>();
    private final DispatchNodes nodes = new DispatchNodes();
    private long sharedPage = -1;

    DispatchTree(FlatView view) {
        this.view = view;
        sections.add(new Section(0, -1, null));
        for (FlatRange range : view.ranges()) {
            add(range);
        }
        nodes.compact();
    }

    private void add(FlatRange range) {
        long first = range.first();
        long last = range.last();
        if ((first & IN_PAGE) != 0) {
            long end = Long.compareUnsigned(first | IN_PAGE, last) < 0 ? first | IN_PAGE : last;
            addPart(range, first, end);
            if (end == last) {
                return;
            }
            first = end + 1;
        }
        if (Long.compareUnsigned(last - first, IN_PAGE) >= 0) {
            long pages = ((last - first - IN_PAGE) >>> PAGE_BITS) + 1;
            long end = first + (pages << PAGE_BITS) - 1;
            addPages(range, first, end, pages);
            if (end == last) {
                return;
            }
            first = end + 1;
        }
        addPart(range, first, last);
    }

    private void addPages(FlatRange range, long first, long last, long pages) {
        sections.add(new Section(first, last, range.region()));
        nodes.set(first >>> PAGE_BITS, pages, sections.size() - 1);
    }

    /** Adds a part of a page. Ranges come in ascending order: pages that have parts already are at most the last one. */
    private void addPart(FlatRange range, long first, long last) {
        long page = first >>> PAGE_BITS;
        if (page != sharedPage) {
            sharedPage = page;
            sections.add(new Section(first & ~IN_PAGE, first | IN_PAGE, null));
            nodes.set(page, 1, sections.size() - 1);
        }
        sections.add(new Section(first, last, range.region()));
    }

    void appendTo(StringBuilder text) {
        text.append("  Dispatch\n    Physical sections\n");
        for (int i = 0; i < sections.size(); i++) {
            text.append("      #").append(i).append(" @");
            append(text, sections.get(i));
            text.append(i < WORDS.size() ? WORDS.get(i) : "");
            MemoryRegion region = sections.get(i).region;
            text.append(region != null && region == view.root() ? " [ROOT]" : "");
            text.append(region != null && region.content() instanceof RegionContent.Iommu ? " [iommu]" : "");
            text.append('\n');
        }
        nodes.appendTo(text);
    }

    private static void append(StringBuilder text, Section section) {
        MtreeText.number(text, section.first);
        text.append("..");
        MtreeText.number(text, section.last);
        text.append(' ').append(section.region == null ? "(noname)" : section.region.regionName());
    }
}
