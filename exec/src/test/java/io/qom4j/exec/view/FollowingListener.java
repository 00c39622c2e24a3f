// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A listener that keeps the view as it is told of it, and insists on what it is promised. */
public final class FollowingListener implements MemoryListener {
    private final NavigableMap<Long, FlatRange> ranges = new TreeMap<>(Long::compareUnsigned);
    private final NavigableMap<Long, Integer> logged = new TreeMap<>(Long::compareUnsigned);
    private boolean isInRound;
    private boolean isAdding;
    private long next;

    /** Returns the ranges that are visible as far as the listener knows. */
    public List<FlatRange> ranges() {
        assertThat(isInRound).isFalse();
        return new ArrayList<>(ranges.values());
    }

    /** Returns the clients for which writes to a range are logged as far as the listener knows. */
    public int logged(FlatRange range) {
        return logged.getOrDefault(range.first(), 0);
    }

    @Override
    public void begin() {
        assertThat(isInRound).isFalse();
        isInRound = true;
        isAdding = false;
        next = 0;
    }

    @Override
    public void commit() {
        assertThat(isInRound).isTrue();
        isInRound = false;
    }

    @Override
    public void regionDel(FlatRange range) {
        assertThat(isInRound).isTrue();
        assertThat(isAdding).as("deleting comes first").isFalse();
        assertThat(ranges.remove(range.first())).matches(known -> known.showsSameAs(range));
        logged.remove(range.first());
    }

    @Override
    public void regionNop(FlatRange range) {
        assertAscending(range);
        assertThat(ranges.put(range.first(), range)).matches(known -> known.showsSameAs(range));
    }

    @Override
    public void regionAdd(FlatRange range) {
        assertAscending(range);
        assertThat(ranges.values()).noneMatch(known -> known.range().intersects(range.range()));
        ranges.put(range.first(), range);
    }

    @Override
    public void logStart(FlatRange range, int oldMask, int newMask) {
        assertThat(logged(range)).isEqualTo(oldMask);
        logged.put(range.first(), newMask);
    }

    @Override
    public void logStop(FlatRange range, int oldMask, int newMask) {
        assertThat(newMask & ~logged(range)).isZero();
        logged.put(range.first(), newMask);
    }

    private void assertAscending(FlatRange range) {
        assertThat(isInRound).isTrue();
        assertThat(Long.compareUnsigned(range.first(), next)).isGreaterThanOrEqualTo(0);
        isAdding = true;
        next = range.last();
    }
}
