// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.EnumProperty;
import io.qom4j.core.property.Settable;
import io.qom4j.core.text.SizeText;
import io.qom4j.exec.ram.MachineMemoryDefaults;
import io.qom4j.exec.ram.PersistenceStatus;
import io.qom4j.exec.ram.RamBlock;
import io.qom4j.exec.ram.RamFlags;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamRequest;
import io.qom4j.exec.region.MemoryRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the host's memory that a guest can use: the parent of all concrete memory backends.
 *
 * <p>Users make it with {@code object-add} or JSON; when it is complete it owns a RAM {@link MemoryRegion}, its child
 * {@code ID[0]}, backed by a {@link RamBlock}. What decides about the allocation cannot be set afterwards; what the kernel can
 * be told later ({@code merge}, {@code dump}, {@code prealloc}) can.
 *
 * <p>Making it is all or nothing: whatever step fails, no block stays, a file that was created is removed, a file that was
 * made longer is cut back.
 *
 * <p><b>Threads.</b> Its methods take no lock. The monitor and the loader set its properties, complete it and delete it under
 * the runtime's writer lock, and so must other code that shares it; what is read without that lock may be a moment old.
 *
 * <p>QEMU: backends/hostmem.c, HostMemoryBackend.
 */
public abstract class HostMemoryBackend extends QomObject implements UserCreatable {
    /** The type's name. */
    public static final String TYPE_NAME = "memory-backend";

    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, HostMemoryBackend.class)
            .abstractType()
            .interfaces(UserCreatable.TYPE_NAME)
            .description("Host memory for a guest")
            .classInit(CommonProperties::declare)
            .instanceInit(HostMemoryBackend::takeDefaults)
            .build();

    private boolean isDumped = true;
    private final HostNodes hostNodes = new HostNodes();
    private boolean isMergeable = true;
    private HostMemPolicy policy = HostMemPolicy.DEFAULT;
    private boolean isPreallocated;
    private long preallocThreads = 1;
    private @Nullable ThreadContext preallocContext;
    private boolean isShared;
    private boolean isReserved = true;
    private long size;
    private boolean usesCanonicalPath;
    private boolean isMapped;
    private @Nullable MemoryRegion region;
    private @Nullable RamBlock block;

    /** Makes a backend without a class. */
    protected HostMemoryBackend() {}

    /** A type may have other defaults, which a machine can only lower. */
    private void takeDefaults() {
        MachineMemoryDefaults machine = qom().service(BackendDefaults.class).machine();
        isMergeable &= machine.merge();
        isDumped &= machine.dump();
    }

    /** Returns the memory backends of a runtime in the order in which they were made: a snapshot. */
    public static List<HostMemoryBackend> all(Qom qom) {
        return qom.objects().all().stream()
                .filter(HostMemoryBackend.class::isInstance)
                .map(HostMemoryBackend.class::cast)
                .toList();
    }

    /** Returns the rule for a property that decides about the allocation, with QEMU's text for it. */
    static Settable untilAllocated(String refusal) {
        return Settable.until("allocated", HostMemoryBackend.class, HostMemoryBackend::isAllocated, refusal);
    }

    // ---- properties

    /** Tells whether the memory is part of core dumps. */
    public boolean isDumped() {
        return isDumped;
    }

    /** Says whether the memory is part of core dumps; takes effect at once. */
    public void setDumped(boolean dumped) {
        if (block != null && dumped != isDumped) {
            advice().dump(block, dumped);
        }
        isDumped = dumped;
    }

    /** Returns the numbers of the host's NUMA nodes that the pages come from, in ascending order. */
    public long[] hostNodes() {
        return hostNodes.numbers();
    }

    /** Adds NUMA nodes; once the memory is allocated that has no effect. */
    public void addHostNodes(long[] numbers) {
        hostNodes.add(numbers);
        warnIfAllocated("host-nodes");
    }

    /** Tells whether the kernel may merge equal pages. */
    public boolean isMergeable() {
        return isMergeable;
    }

    /** Says whether the kernel may merge equal pages; takes effect at once. */
    public void setMergeable(boolean mergeable) {
        if (block != null && mergeable != isMergeable) {
            advice().merge(block, mergeable);
        }
        isMergeable = mergeable;
    }

    /** Returns where the host takes the pages from. */
    public HostMemPolicy policy() {
        return policy;
    }

    /** Says where the host takes the pages from; once the memory is allocated that has no effect. */
    public void setPolicy(HostMemPolicy newPolicy) {
        policy = newPolicy;
        warnIfAllocated("policy");
    }

    /** Tells whether the memory is, or will be, preallocated. */
    public boolean isPreallocated() {
        return isPreallocated;
    }

    /** Asks for preallocation, at once if the memory is there; what is preallocated stays so. */
    public void setPreallocated(boolean wanted) {
        if (wanted && !isReserved) {
            throw new ObjectException("'prealloc=on' and 'reserve=off' are incompatible");
        }
        if (block == null) {
            isPreallocated = wanted;
        } else if (wanted && !isPreallocated) {
            preallocate(block);
            isPreallocated = true;
        } else if (!wanted && isPreallocated) {
            qom().warn("Property 'prealloc' of " + this + " stays on: preallocated memory is not given back");
        }
    }

    /** Returns how many threads preallocate. */
    public long preallocThreads() {
        return preallocThreads;
    }

    /** Says how many threads preallocate, at least one. */
    public void setPreallocThreads(long threads) {
        if (threads == 0) {
            throw valueRefused("prealloc-threads", threads);
        }
        preallocThreads = threads;
    }

    /** Returns where the threads that preallocate run, or null for anywhere. */
    public @Nullable ThreadContext preallocContext() {
        return preallocContext;
    }

    /** Says where the threads that preallocate run. */
    public void setPreallocContext(@Nullable ThreadContext context) {
        preallocContext = context;
    }

    /** Tells whether other processes that map the same memory see each other's stores. */
    public boolean isShared() {
        return isShared;
    }

    /** Says whether other processes that map the same memory see each other's stores. */
    public void setShared(boolean shared) {
        isShared = shared;
    }

    /** Tells whether swap space or huge pages are reserved. */
    public boolean isReserved() {
        return isReserved;
    }

    /** Says whether swap space or huge pages are reserved. */
    public void setReserved(boolean reserved) {
        if (!reserved && isPreallocated) {
            throw new ObjectException("'prealloc=on' and 'reserve=off' are incompatible");
        }
        isReserved = reserved;
    }

    /** Returns the size in bytes, unsigned; 0 if it is not set yet. */
    public long size() {
        return size;
    }

    /** Sets the size in bytes, unsigned, at least one. */
    public void setSize(long bytes) {
        if (bytes == 0) {
            throw valueRefused("size", bytes);
        }
        size = bytes;
    }

    /** Tells whether the region's name is the backend's canonical path instead of its id. */
    public boolean usesCanonicalPath() {
        return usesCanonicalPath;
    }

    /** Says whether the region's name is the backend's canonical path; without effect once the memory is allocated. */
    public void setUsesCanonicalPath(boolean uses) {
        usesCanonicalPath = uses;
        warnIfAllocated("x-use-canonical-path-for-ramblock-id");
    }

    /** Returns in a word whether stores survive a power failure, or {@code not allocated}; see {@link PersistenceStatus}. */
    public final String persistenceStatus() {
        RamBlock allocated = block;
        return allocated == null ? "not allocated" : allocated.persistence().word();
    }

    /** Returns why {@link #persistenceStatus} is as it is; empty if the memory is not allocated. */
    public final String persistenceReason() {
        RamBlock allocated = block;
        return allocated == null ? "" : allocated.persistence().reason();
    }

    /** Returns the refusal of a value that a property does not take. */
    final ValueException valueRefused(String property, long value) {
        return new ValueException("property '" + property + "' of " + typeName() + " doesn't take value '"
                + Long.toUnsignedString(value) + "'");
    }

    /** Warns that a property has been set too late to matter, as QEMU allows without a word. */
    final void warnIfAllocated(String property) {
        if (isAllocated()) {
            qom().warn("Property '" + property + "' of " + this + " has no effect any more: the memory is allocated");
        }
    }

    // ---- allocation

    /** Tells whether the memory is there. */
    public final boolean isAllocated() {
        return block != null;
    }

    /** Returns the memory region, or null if the memory is not allocated. QEMU: host_memory_backend_get_memory. */
    public final @Nullable MemoryRegion region() {
        return region;
    }

    /** Returns the RAM block, or null if the memory is not allocated. */
    public final @Nullable RamBlock block() {
        return block;
    }

    /** Tells whether a machine or a device uses the memory. QEMU: host_memory_backend_is_mapped. */
    public final boolean isMapped() {
        return isMapped;
    }

    /**
     * Says whether a machine or a device uses the memory; while one does, no second may, and the backend cannot be deleted.
     *
     * @throws ObjectException {@code can't use already busy memdev: m0}
     */
    public final void setMapped(boolean mapped) {
        if (mapped && isMapped) {
            throw new ObjectException("can't use already busy memdev: " + name());
        }
        isMapped = mapped;
    }

    @Override
    public boolean canBeDeleted() {
        return !isMapped;
    }

    @Override
    public void complete() {
        String regionName = regionName();
        BackendOptions options = options();
        RamRequest request = RamRequest.of(new BackendBlockOwner(this, regionName), size)
                .withFlags(
                        RamFlags.of((isShared ? RamFlags.RAM_SHARED : 0) | (isReserved ? 0 : RamFlags.RAM_NORESERVE)))
                .withAdvice(new MachineMemoryDefaults(isMergeable, isDumped))
                .withFileRules(options.release().fileRules());
        RamList list = ramList();
        RamBlock allocated = allocate(list, request);
        try {
            if (options.release().isAtLeast(QemuRelease.V10_0) && needsWholePages()) {
                requireWholePages(allocated);
            }
            bind(allocated);
            if (isPreallocated) {
                AvailableMemory.require(list.host(), allocated);
                preallocate(allocated);
            }
            region = MemoryRegion.ownedBy(this, regionName).ram(allocated, size);
            if (allocated.isReadOnly()) {
                region.setReadOnly(true);
            }
            block = allocated;
        } catch (RuntimeException | Error e) {
            if (options.keepsFilesOnFailure()) {
                list.free(allocated);
            } else {
                list.rollBack(allocated);
            }
            throw e;
        }
    }

    /** Undoes the allocation, files included: all or nothing is what those who load several objects are promised. */
    @Override
    public void takeBack() {
        RamBlock allocated = block;
        if (allocated != null) {
            block = null;
            ramList().rollBack(allocated);
        }
    }

    /** Tells whether newer QEMU wants the size to be whole pages of what backs it. */
    boolean needsWholePages() {
        return false;
    }

    private void requireWholePages(RamBlock allocated) {
        if (Long.remainderUnsigned(size, allocated.pageSize()) != 0) {
            throw new ObjectException("backend '" + typeName() + "' memory size must be multiple of "
                    + SizeText.format(allocated.pageSize()));
        }
    }

    /** Tells whether the region is named after the canonical path whatever the property says. */
    boolean alwaysUsesCanonicalPath() {
        return false;
    }

    private String regionName() {
        String id = usesCanonicalPath || alwaysUsesCanonicalPath() ? canonicalPath() : name();
        if (id == null) {
            throw new ObjectException(this + " is not in the tree: a memory backend is completed under its parent");
        }
        return id;
    }

    /**
     * Makes the RAM block.
     *
     * @param request owner, size, flags for sharing and reserving, and advice; may be refined
     * @throws io.qom4j.core.error.QomException if the memory is not to be had; nothing is left behind then
     */
    protected abstract RamBlock allocate(RamList list, RamRequest request);

    /** Refuses nodes without a policy and a policy without nodes. */
    private void checkPolicy() {
        if (policy == HostMemPolicy.DEFAULT && !hostNodes.isEmpty()) {
            throw new ObjectException(
                    "host-nodes must be empty for policy default, or you should explicitly specify a policy"
                            + " other than default");
        }
        if (policy != HostMemPolicy.DEFAULT && hostNodes.isEmpty()) {
            throw new ObjectException("host-nodes must be set for policy " + EnumProperty.word(policy));
        }
    }

    private void bind(RamBlock allocated) {
        checkPolicy();
        if (!hostNodes.isEmpty()) {
            advice().bind(allocated, policy, hostNodes);
        }
    }

    private void preallocate(RamBlock allocated) {
        advice().preallocate(allocated, preallocThreads, preallocContext);
    }

    /** Frees the storage behind the memory, where that is possible: readers of a shared file then see zeros. */
    final void discard(RamBlock allocated) {
        advice().remove(allocated);
    }

    final RamList ramList() {
        return qom().service(RamList.class);
    }

    private BackendOptions options() {
        return qom().service(BackendOptions.class);
    }

    private HostAdvice advice() {
        return new HostAdvice(ramList(), options());
    }
}
