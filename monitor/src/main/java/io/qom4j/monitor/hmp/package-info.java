// SPDX-License-Identifier: Apache-2.0
/**
 * The human monitor: commands that people type, with QEMU 7.2's texts.
 *
 * <pre>{@code
 * HumanMonitor people = new HmpMonitor();
 * people.run(monitor, "object_add memory-backend-ram,id=m0,size=1M");   // ""
 * people.run(monitor, "qom-get m0 size");                              // "1048576\r\n"
 * people.run(monitor, "object_del m1");                                // "Error: object 'm1' not found\r\n"
 * }</pre>
 *
 * <p>An {@link io.qom4j.monitor.hmp.HmpCommand} declares its name, its parameters and its help, and has the code; an
 * {@link io.qom4j.monitor.hmp.HmpTable} finds it by name, and holds the sub-commands of {@code info};
 * {@link io.qom4j.monitor.hmp.HmpArguments} are what was typed, cut by the parameters. Everything here is stateless, and so
 * thread-safe.
 */
@NullMarked
package io.qom4j.monitor.hmp;

import org.jspecify.annotations.NullMarked;
