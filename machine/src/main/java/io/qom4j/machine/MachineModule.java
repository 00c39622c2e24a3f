// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import io.qom4j.core.QomModule;
import io.qom4j.core.Services;
import io.qom4j.core.TypeRegistry;

/** Contributes the types of machines and the run state to each new runtime. Thread-safe: it has no state. */
public final class MachineModule implements QomModule {
    /** Makes the module. */
    public MachineModule() {}

    @Override
    public void registerTypes(TypeRegistry types) {
        types.register(Machine.TYPE_INFO);
        types.register(NoneMachine.TYPE_INFO);
        types.register(Bus.TYPE_INFO);
        types.register(SystemBus.TYPE_INFO);
    }

    @Override
    public void offerServices(Services services) {
        services.offer(RunControl.class, qom -> new RunControl());
    }
}
