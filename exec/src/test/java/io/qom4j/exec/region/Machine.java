// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.region;

import io.qom4j.core.Qom;
import io.qom4j.core.QomModule;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.host.Host;
import java.lang.foreign.Arena;

/** A runtime with guest memory and a made-up type of devices, for tests. */
public final class Machine implements AutoCloseable {
    /** A device that does nothing but own regions. */
    public static final class Device extends QomObject {
        Device() {}
    }

    private final Qom qom =
            Qom.builder().module(new ExecModule()).module(new Devices()).build();
    private final Arena arena = Arena.ofShared();

    private static final class Devices implements QomModule {
        @Override
        public void registerTypes(TypeRegistry types) {
            types.register(
                    TypeInfo.of("device", Device.class).factory(Device::new).build());
        }
    }

    public Qom qom() {
        return qom;
    }

    /** Makes a device below the root. */
    public QomObject device(String name) {
        QomObject device = qom.newObject("device");
        qom.root().addChild(name, device);
        device.unref();
        return device;
    }

    public MemoryRegion container(String name, long size) {
        return MemoryRegion.free(qom, name).container(size);
    }

    public MemoryRegion whole(String name) {
        return MemoryRegion.free(qom, name).container(RegionSize.WHOLE);
    }

    public MemoryRegion ram(String name, long size) {
        return MemoryRegion.free(qom, name).ram(memory(size));
    }

    /** Makes zeroed memory that lives as long as the machine. */
    public RegionMemory memory(long size) {
        return RegionMemory.of(arena.allocate(size, Host.system().pageSize()));
    }

    @Override
    public void close() {
        qom.close();
        arena.close();
    }
}
