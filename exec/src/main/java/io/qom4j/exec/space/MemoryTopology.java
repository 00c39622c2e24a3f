// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.space;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionTransactions;
import io.qom4j.exec.view.ListenerCalls;
import io.qom4j.exec.view.MemoryListener;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The memory map of one runtime: its address spaces, who listens to them, and the transactions that change them.
 *
 * <p>A service of the runtime: {@code qom.service(MemoryTopology.class)}.
 *
 * <pre>{@code
 * topology.transaction(() -> {
 *     bar.setAddress(0xe000_0000L);
 *     bar.setEnabled(true);
 * });                                  // one rebuild, here
 * }</pre>
 *
 * <p><strong>Rounds.</strong> When the outermost transaction ends and something visible may have changed, there is one round: new views are made,
 * one for each effective root; listeners hear {@code begin}; for each address space they hear what changed, then its view is
 * published; listeners hear {@code commit}; at last the old views let go of what they held. If a view cannot be made, nothing is published,
 * and the exception leaves the transaction. Changes that listeners make become a round of their own.
 *
 * <p>Thread-safe: everything takes the runtime's writer lock. Lock order: nothing of ours is held when it is taken; listeners are called
 * under it. QEMU: system/memory.c, memory_region_transaction_commit.
 */
public final class MemoryTopology implements RegionTransactions, AutoCloseable {
    private static final int MOST_ROUNDS = 1000;

    private final Qom qom;
    private final DeviceAccess devices;
    private final DirtyTracking dirty = new DirtyTracking(this);
    private final ListenerList listeners = new ListenerList();
    private final List<AddressSpace> spaces = new ArrayList<>();
    private final ViewCache views = new ViewCache();
    private int depth;
    private boolean isInRound;
    private boolean topologyPending;
    private boolean eventsPending;

    /** Makes the memory map of a runtime whose target is little-endian. */
    public MemoryTopology(Qom qom) {
        this(qom, ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes the memory map of a runtime; {@code targetOrder} is the byte order of devices that do not choose one. */
    public MemoryTopology(Qom qom, ByteOrder targetOrder) {
        this.qom = Objects.requireNonNull(qom, "qom");
        this.devices = new DeviceAccess(qom, Objects.requireNonNull(targetOrder, "targetOrder"));
    }

    // ---- transactions

    @Override
    public void transaction(Runnable changes) {
        qom.exclusively(() -> {
            begin();
            try {
                changes.run();
            } catch (RuntimeException | Error thrown) {
                try {
                    commit();
                } catch (RuntimeException | Error second) {
                    thrown.addSuppressed(second);
                }
                throw thrown;
            }
            commit();
        });
    }

    /**
     * Begins a transaction that {@link #commit} ends; for holders of the writer lock. {@link #transaction} is safer.
     *
     * @throws IllegalStateException outside of {@link Qom#exclusively}
     */
    public void begin() {
        requireLock();
        depth++;
    }

    /**
     * Ends a transaction; the outermost one shows what was changed.
     *
     * @throws io.qom4j.exec.view.MemoryMapException if the regions cannot be rendered; views stay as they were
     */
    public void commit() {
        requireLock();
        if (depth == 0) {
            throw new IllegalStateException("there is no transaction to end: call begin first");
        }
        depth--;
        if (depth > 0 || isInRound) {
            return;
        }
        isInRound = true;
        try {
            for (int rounds = 0; topologyPending || eventsPending; rounds++) {
                if (rounds == MOST_ROUNDS) {
                    throw new IllegalStateException("listeners change the memory map each time that it changes");
                }
                round();
            }
        } finally {
            isInRound = false;
        }
    }

    @Override
    public void topologyChanged() {
        topologyPending = true;
    }

    @Override
    public void eventsChanged() {
        eventsPending = true;
    }

    private void requireLock() {
        if (!qom.isHeldExclusively()) {
            throw new IllegalStateException("the writer lock is not held: use transaction, or Qom.exclusively");
        }
    }

    private void round() {
        ListenerCalls failures = new ListenerCalls(listeners.all());
        if (topologyPending) {
            ViewCache.Change change = views.rebuild(spaces, dirty.isAllRamLogged());
            topologyPending = false;
            eventsPending = false;
            failures.forward(MemoryListener::begin);
            for (AddressSpace space : List.copyOf(spaces)) {
                Announcements.show(space, change.mapOf(space), failures);
            }
            failures.forward(MemoryListener::commit);
            change.releaseOld(failures);
        } else {
            eventsPending = false;
            for (AddressSpace space : spaces) {
                Announcements.update(space, failures);
            }
        }
        failures.rethrow();
    }

    // ---- address spaces

    /** Returns the address spaces in order of making: a snapshot. */
    public List<AddressSpace> spaces() {
        return qom.exclusively(() -> List.copyOf(spaces));
    }

    /**
     * Makes an address space.
     *
     * @param name for people
     * @param root what fills it; it is kept alive until the address space is closed
     */
    public AddressSpace newAddressSpace(String name, MemoryRegion root) {
        return qom.exclusively(() -> {
            if (root.qom() != qom) {
                throw new IllegalArgumentException(root + " belongs to another runtime");
            }
            AddressSpace space = new AddressSpace(this, name, root, views.mapFrom(root, dirty.isAllRamLogged()));
            hold(root).ref();
            spaces.add(space);
            space.parts(VisiblePart.in(space.view()));
            space.events(VisibleEvent.in(space.view()));
            return space;
        });
    }

    void close(AddressSpace space) {
        transaction(() -> {
            MemoryRegion root = space.root();
            if (root == null) {
                return;
            }
            for (MemoryListener each : space.listeners().all()) {
                removeListener(space, each);
            }
            space.forgetRoot();
            spaces.remove(space);
            space.map = AccessMap.EMPTY;
            space.parts(List.of());
            space.events(List.of());
            topologyChanged();
            hold(root).unref();
        });
    }

    private static QomObject hold(MemoryRegion root) {
        QomObject owner = root.owner();
        return owner == null ? root : owner;
    }

    // ---- listeners

    void addListener(AddressSpace space, MemoryListener listener) {
        qom.exclusively(() -> {
            if (listeners.contains(listener)) {
                throw new IllegalStateException("the listener listens already: make one for each address space");
            }
            if (space.root() == null) {
                throw new IllegalStateException(space + " has nothing to listen to");
            }
            listeners.add(listener);
            space.listeners().add(listener);
            try {
                Announcements.replay(space, listener, dirty.isAllRamLogged());
            } catch (RuntimeException | Error refusal) {
                listeners.remove(listener);
                space.listeners().remove(listener);
                throw refusal;
            }
        });
    }

    void removeListener(AddressSpace space, MemoryListener listener) {
        qom.exclusively(() -> {
            if (!space.listeners().remove(listener)) {
                throw new IllegalArgumentException("the listener does not listen to " + space);
            }
            listeners.remove(listener);
            Announcements.retract(space, listener);
        });
    }

    /** Returns who follows writes to RAM. */
    public DirtyTracking dirtyTracking() {
        return dirty;
    }

    Qom qom() {
        return qom;
    }

    DeviceAccess devices() {
        return devices;
    }

    ListenerList listeners() {
        return listeners;
    }

    /** Closes all address spaces, the last made first. */
    @Override
    public void close() {
        for (AddressSpace space : spaces().reversed()) {
            space.close();
        }
    }

    @Override
    public String toString() {
        return "memory map of " + spaces.size() + " address spaces";
    }
}
