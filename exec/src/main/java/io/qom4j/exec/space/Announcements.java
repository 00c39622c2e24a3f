// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.ListenerCalls;
import io.qom4j.exec.view.MemoryListener;
import io.qom4j.exec.view.ViewDiff;
import java.util.List;

/**
 * What the listeners of an address space are told, and in which order.
 *
 * <p>Of a change: parts whose writes may be gathered that go, ranges that go, ranges that stay or come, parts that come, then events that go
 * and come. A newcomer hears all as having come, one who leaves hears all as going.
 *
 * <p>Stateless; everything needs the runtime's writer lock. QEMU: system/memory.c, address_space_set_flatview and
 * listener_add_address_space.
 */
final class Announcements {
    private Announcements() {}

    /** Shows another view in an address space, and tells its listeners what changed. */
    static void show(AddressSpace space, AccessMap map, ListenerCalls failures) {
        ListenerCalls calls = new ListenerCalls(space.listeners().all());
        List<VisiblePart> parts = VisiblePart.in(map.view);
        List<VisiblePart> oldParts = space.parts();
        VisiblePart.deliverGone(oldParts, parts, calls);
        if (!space.listeners().all().isEmpty()) {
            ViewDiff.deliver(space.map.view, map.view, calls);
        }
        VisiblePart.deliverCome(oldParts, parts, calls);
        space.map = map;
        space.parts(parts);
        tellEvents(space, calls);
        failures.absorb(calls);
    }

    /** Tells the listeners of an address space what changed although the view stays. */
    static void update(AddressSpace space, ListenerCalls failures) {
        ListenerCalls calls = new ListenerCalls(space.listeners().all());
        List<VisiblePart> parts = VisiblePart.in(space.map.view);
        VisiblePart.deliverGone(space.parts(), parts, calls);
        VisiblePart.deliverCome(space.parts(), parts, calls);
        space.parts(parts);
        tellEvents(space, calls);
        failures.absorb(calls);
    }

    private static void tellEvents(AddressSpace space, ListenerCalls calls) {
        List<VisibleEvent> now = VisibleEvent.in(space.map.view);
        VisibleEvent.deliver(space.events(), now, calls);
        space.events(now);
    }

    /** Tells a new listener all that can be seen. */
    static void replay(AddressSpace space, MemoryListener listener, boolean isAllRamLogged) {
        listener.begin();
        if (isAllRamLogged) {
            listener.logGlobalStart();
        }
        for (FlatRange range : space.view().ranges()) {
            listener.regionAdd(range);
            if (range.dirtyLogMask() != 0) {
                listener.logStart(range, 0, range.dirtyLogMask());
            }
        }
        for (VisiblePart each : space.parts()) {
            listener.coalescedIoAdd(each.range(), each.addresses());
        }
        for (VisibleEvent each : space.events()) {
            listener.eventAdd(each.range(), each.address(), each.event());
        }
        listener.commit();
    }

    /** Tells a listener that leaves that nothing can be seen any more; it hears everything even if it fails. */
    static void retract(AddressSpace space, MemoryListener listener) {
        ListenerCalls calls = new ListenerCalls(List.of(listener));
        calls.forward(MemoryListener::begin);
        for (VisibleEvent each : space.events()) {
            calls.forward(one -> one.eventDel(each.range(), each.address(), each.event()));
        }
        for (VisiblePart each : space.parts()) {
            calls.forward(one -> one.coalescedIoDel(each.range(), each.addresses()));
        }
        for (FlatRange range : space.view().ranges()) {
            if (range.dirtyLogMask() != 0) {
                calls.forward(one -> one.logStop(range, range.dirtyLogMask(), 0));
            }
            calls.forward(one -> one.regionDel(range));
        }
        calls.forward(MemoryListener::commit);
        calls.rethrow();
    }
}
