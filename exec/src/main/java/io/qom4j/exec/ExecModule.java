// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec;

import io.qom4j.core.QomModule;
import io.qom4j.core.Services;
import io.qom4j.core.TypeRegistry;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamListOptions;
import io.qom4j.exec.region.RegionTransactions;
import io.qom4j.exec.region.RegionTypes;
import io.qom4j.exec.space.MemoryTopology;
import java.nio.ByteOrder;
import java.util.function.Supplier;

/**
 * Contributes guest memory to each new runtime: the list of RAM blocks, the types of memory regions, and the memory map.
 *
 * <p>Immutable.
 */
public final class ExecModule implements QomModule {
    /** Asked for when a runtime needs it: finding the host's system calls takes a tenth of a second. */
    private final Supplier<Host> host;

    private final RamListOptions options;
    private final ByteOrder targetOrder;

    /** Makes the module for the system's host and QEMU 7.2's ways. */
    public ExecModule() {
        this(Host::system, RamListOptions.STANDARD, ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes the module for another host or with other ways; warnings go to the runtime whatever the options say. */
    public ExecModule(Host host, RamListOptions options) {
        this(host, options, ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes the module for a target whose devices use a byte order, unless they choose another. */
    public ExecModule(Host host, RamListOptions options, ByteOrder targetOrder) {
        this(() -> host, options, targetOrder);
    }

    private ExecModule(Supplier<Host> host, RamListOptions options, ByteOrder targetOrder) {
        this.host = host;
        this.targetOrder = targetOrder;
        this.options = options;
    }

    @Override
    public void registerTypes(TypeRegistry types) {
        RegionTypes.registerWith(types);
    }

    @Override
    public void offerServices(Services services) {
        services.offer(RamList.class, qom -> new RamList(host.get(), options.withWarnings(qom::warn)));
        services.offer(MemoryTopology.class, qom -> new MemoryTopology(qom, targetOrder));
        services.offer(RegionTransactions.class, qom -> qom.service(MemoryTopology.class));
    }
}
