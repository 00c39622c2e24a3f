// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The version that a monitor claims: that of the QEMU whose answers it gives, and whose they are.
 *
 * <p>Immutable. QEMU: qapi/control.json, VersionInfo.
 *
 * @param major QEMU's major number
 * @param minor QEMU's minor number
 * @param micro QEMU's micro number
 * @param vendor who built it; clients show it
 */
public record MonitorVersion(int major, int minor, int micro, String vendor) {
    /** The QEMU whose behaviour was recorded, and this project. */
    public static final MonitorVersion STANDARD = new MonitorVersion(7, 2, 22, "QOM for Java");

    /** Requires a vendor. */
    public MonitorVersion {
        Objects.requireNonNull(vendor, "vendor");
    }

    /** Returns the version as {@code query-version} and the greeting give it. */
    public Map<String, Object> toMap() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("micro", micro);
        numbers.put("minor", minor);
        numbers.put("major", major);
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("qemu", numbers);
        version.put("package", vendor);
        return version;
    }
}
