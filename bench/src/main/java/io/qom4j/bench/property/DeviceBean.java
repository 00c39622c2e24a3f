// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

/** A device as a plain object whose fields are reached by name through a switch: what somebody would write by hand. */
public abstract class DeviceBean {
    abstract void set(String name, boolean value);

    abstract boolean getBoolean(String name);

    abstract void set(String name, long value);

    abstract long getLong(String name);

    static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("there is no property '" + name + "'");
    }
}
