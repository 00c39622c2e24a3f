// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.property.Settable;
import io.qom4j.core.value.ValueType;

/**
 * The properties that all memory backends have, with QEMU's texts.
 *
 * <p>QEMU: backends/hostmem.c, host_memory_backend_class_init.
 */
final class CommonProperties {
    private CommonProperties() {}

    /** Declares the properties on the class. */
    static void declare(ObjectClass oc) {
        Settable valueUntilAllocated = HostMemoryBackend.untilAllocated("cannot change property value");
        oc.addBool("dump", HostMemoryBackend::isDumped, HostMemoryBackend::setDumped)
                .description("Set to 'off' to exclude from core dump")
                .documentation("Whether the memory is part of a core dump of this process.")
                .defaultValue(true)
                .unadvertised();
        oc.addUint16List("host-nodes", HostMemoryBackend::hostNodes, HostMemoryBackend::addHostNodes)
                .typeName("int")
                .description("Binds memory to the list of NUMA host nodes")
                .documentation(
                        "The host's NUMA nodes that the pages come from; needs a policy. Naming nodes again adds them; once the memory is allocated that has no effect.")
                .defaultValue(new long[0])
                .unadvertised();
        oc.addBool("merge", HostMemoryBackend::isMergeable, HostMemoryBackend::setMergeable)
                .description("Mark memory as mergeable")
                .documentation(
                        "Whether the kernel may merge pages of equal contents, among this and other memory that allows it.")
                .defaultValue(true)
                .unadvertised();
        oc.addEnum(
                        "policy",
                        "HostMemPolicy",
                        HostMemPolicy.class,
                        HostMemoryBackend::policy,
                        HostMemoryBackend::setPolicy)
                .description("Set the NUMA policy")
                .documentation(
                        "How the pages are spread over host-nodes: default (the kernel decides), preferred, bind, interleave; without effect once the memory is allocated.")
                .defaultValue(HostMemPolicy.DEFAULT)
                .unadvertised();
        oc.addBool("prealloc", HostMemoryBackend::isPreallocated, HostMemoryBackend::setPreallocated)
                .description("Preallocate memory")
                .documentation(
                        "Whether the host finds a page for every part of the memory at once, so that it cannot run out later; on takes effect at once, off has none once they are found.")
                .defaultValue(false)
                .unadvertised();
        oc.addInteger(
                        "prealloc-threads",
                        ValueType.unsigned(32),
                        HostMemoryBackend::preallocThreads,
                        HostMemoryBackend::setPreallocThreads)
                .typeName("int")
                .description("Number of CPU threads to use for prealloc")
                .documentation("How many threads preallocate; not 0.")
                .unit("threads")
                .defaultValue(1)
                .unadvertised();
        oc.addLink(
                        "prealloc-context",
                        ThreadContext.TYPE_NAME,
                        ThreadContext.class,
                        HostMemoryBackend::preallocContext,
                        HostMemoryBackend::setPreallocContext)
                .description("Context to use for creating CPU threads for preallocation")
                .documentation("Where the threads that preallocate run.");
        oc.addBool("share", HostMemoryBackend::isShared, HostMemoryBackend::setShared)
                .description("Mark the memory as private to QEMU or shared")
                .documentation(
                        "Whether stores reach the file, and other processes that map it; off: a private copy of each page that is written to.")
                .settable(valueUntilAllocated)
                .defaultValue(false)
                .unadvertised();
        oc.addBool("reserve", HostMemoryBackend::isReserved, HostMemoryBackend::setReserved)
                .description("Reserve swap space (or huge pages) if applicable")
                .documentation(
                        "Whether swap space, or huge pages, are set aside for all of the memory; off excludes prealloc=on.")
                .settable(valueUntilAllocated)
                .defaultValue(true)
                .unadvertised();
        oc.addSize("size", HostMemoryBackend::size, HostMemoryBackend::setSize)
                .description("Size of the memory region (ex: 500M)")
                .documentation("How much memory, at least 1 byte; it is rounded up to pages.")
                .unit("bytes")
                .required()
                .settable(HostMemoryBackend.untilAllocated("cannot change property {property} of {type} ")
                        .checkedFirst());
        oc.addBool(
                        "x-use-canonical-path-for-ramblock-id",
                        HostMemoryBackend::usesCanonicalPath,
                        HostMemoryBackend::setUsesCanonicalPath)
                .documentation(
                        "Whether the region is named after the canonical path, /objects/ID, instead of the id; without effect once the memory is allocated.")
                .defaultValue(false)
                .unadvertised();
        oc.addString("persistence-status", HostMemoryBackend::persistenceStatus, null)
                .documentation(
                        "Whether stores survive a power failure: synchronous, pmem, write-back, none, or not allocated.")
                .extension();
        oc.addString("persistence-reason", HostMemoryBackend::persistenceReason, null)
                .documentation("Why persistence-status is as it is.")
                .extension();
    }
}
