// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The published blocks of a list, found by list position, ram_addr, host address and name.
 *
 * <p>Changes come from one thread at a time (the list's lock); readers never wait and see each block wholly or not at all in
 * each index. Every operation takes O(log n), but a host address that is in no block takes O(n) while blocks with
 * caller-supplied memory exist, since those may overlap.
 */
final class BlockIndex {
    private static final int LONGEST_NAME = 255;

    private final ConcurrentSkipListMap<RamSlot, RamBlock> byPosition = new ConcurrentSkipListMap<>(RamSlot.LIST_ORDER);
    private final ConcurrentSkipListMap<Long, RamBlock> byOffset = new ConcurrentSkipListMap<>(Long::compareUnsigned);
    private final ConcurrentSkipListMap<HostPosition, RamBlock> byAddress =
            new ConcurrentSkipListMap<>(HostPosition.ORDER);
    private final ConcurrentHashMap<String, RamBlock> byName = new ConcurrentHashMap<>();
    private final AtomicInteger suppliedByCaller = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger version = new AtomicInteger();

    void insert(RamBlock block) {
        if (block.mapping() == null) {
            suppliedByCaller.incrementAndGet();
        }
        byAddress.put(new HostPosition(block.address(), block.slot()), block);
        byOffset.put(block.offset(), block);
        byPosition.put(block.slot(), block);
        count.incrementAndGet();
        version.incrementAndGet();
    }

    void remove(RamBlock block) {
        byPosition.remove(block.slot());
        byOffset.remove(block.offset());
        byAddress.remove(new HostPosition(block.address(), block.slot()));
        if (!block.idstr().isEmpty()) {
            byName.remove(block.idstr(), block);
        }
        if (block.mapping() == null) {
            suppliedByCaller.decrementAndGet();
        }
        count.decrementAndGet();
        version.incrementAndGet();
    }

    int count() {
        return count.get();
    }

    /** Returns how often blocks came or went; it grows after each change. */
    int version() {
        return version.get();
    }

    boolean contains(RamBlock block) {
        return byPosition.get(block.slot()) == block;
    }

    Collection<RamBlock> inListOrder() {
        return Collections.unmodifiableCollection(byPosition.values());
    }

    @Nullable RamBlock atOffset(long ramAddr) {
        Map.Entry<Long, RamBlock> found = byOffset.floorEntry(ramAddr);
        if (found == null
                || Long.compareUnsigned(
                                ramAddr - found.getKey(), found.getValue().maxLength())
                        >= 0) {
            return null;
        }
        return found.getValue();
    }

    @Nullable RamBlock atAddress(long address) {
        Map<HostPosition, RamBlock> candidates =
                byAddress.headMap(new HostPosition(address + 1, null), false).descendingMap();
        for (RamBlock block : candidates.values()) {
            if (Long.compareUnsigned(address - block.address(), block.maxLength()) < 0) {
                return block;
            }
            if (suppliedByCaller.get() == 0) {
                return null;
            }
        }
        return null;
    }

    @Nullable RamBlock named(String idstr) {
        return byName.get(idstr);
    }

    /** Gives a block its name; QEMU: qemu_ram_set_idstr. */
    void name(RamBlock block) {
        if (!block.idstr().isEmpty()) {
            throw new IllegalStateException("block is named '" + block.idstr() + "' already");
        }
        String path = block.owner().devicePath();
        String name = path.isEmpty()
                ? block.owner().name()
                : path + "/" + block.owner().name();
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new RamException("RAM block name '" + name + "' is longer than " + LONGEST_NAME + " bytes");
        }
        if (!name.isEmpty() && byName.putIfAbsent(name, block) != null) {
            throw new RamException("RAMBlock \"" + name + "\" already registered");
        }
        block.setIdstr(name);
    }

    void unname(RamBlock block) {
        byName.remove(block.idstr(), block);
        block.setIdstr("");
    }

    /** Returns the block with the highest offset, or null if there is none. */
    @Nullable RamBlock highest() {
        Map.Entry<Long, RamBlock> last = byOffset.lastEntry();
        return last == null ? null : last.getValue();
    }
}
