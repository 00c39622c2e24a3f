// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.chardev;

import io.qom4j.core.QomModule;
import io.qom4j.core.TypeRegistry;

/** Contributes the types of character devices to each new runtime. Thread-safe: it has no state. */
public final class ChardevModule implements QomModule {
    /** Makes the module. */
    public ChardevModule() {}

    @Override
    public void registerTypes(TypeRegistry types) {
        types.register(Chardev.TYPE_INFO);
        types.register(FdChardev.TYPE_INFO);
        types.register(SocketChardev.TYPE_INFO);
        types.register(StdioChardev.TYPE_INFO);
        types.register(NullChardev.TYPE_INFO);
    }
}
