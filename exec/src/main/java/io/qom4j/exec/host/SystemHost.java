// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

import java.util.Locale;

/** The choice of {@link Host} for the system that this JVM runs on. */
final class SystemHost {
    private SystemHost() {}

    static Host create() {
        String system = System.getProperty("os.name", "unknown");
        String processor = System.getProperty("os.arch", "unknown");
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return new MissingHost("guest memory needs Linux; this is " + system);
        }
        if (!processor.equals("amd64") && !processor.equals("aarch64")) {
            return new MissingHost("guest memory needs Linux on amd64 or aarch64; this is " + processor);
        }
        return new LinuxHost(system + " " + processor);
    }
}
