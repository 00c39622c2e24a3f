// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.TypeInfo;
import java.util.List;
import java.util.function.Supplier;

/**
 * A kind of devices, in both shapes.
 *
 * @param type as an object of the model
 * @param bean as a bean
 * @param booleans the names of its booleans
 * @param integers the names of its integers
 */
record DeviceKind(TypeInfo type, Supplier<DeviceBean> bean, List<String> booleans, List<String> integers) {
    static final List<DeviceKind> ALL = List.of(
            new DeviceKind(
                    Disk.TYPE_INFO,
                    DiskBean::new,
                    List.of(
                            "readonly",
                            "removable",
                            "cached",
                            "discard",
                            "shared",
                            "locked",
                            "rotational",
                            "encrypted"),
                    List.of("size", "sectors", "heads", "cylinders", "block", "depth", "bootindex", "throttle")),
            new DeviceKind(
                    Card.TYPE_INFO,
                    CardBean::new,
                    List.of("link", "rss", "offload", "promiscuous", "broadcast", "multicast", "wake", "shared"),
                    List.of("mtu", "queues", "speed", "ring", "vectors", "rate", "burst", "bootindex")),
            new DeviceKind(
                    Ticker.TYPE_INFO,
                    TimerBean::new,
                    List.of("enabled", "periodic", "oneshot", "level", "masked", "gated", "legacy", "hidden"),
                    List.of("frequency", "period", "count", "compare", "ticks", "channel", "irq", "prescale")),
            new DeviceKind(
                    Port.TYPE_INFO,
                    PortBean::new,
                    List.of("enabled", "loopback", "fifo", "parity", "echo", "flow", "halted", "dtr"),
                    List.of("baud", "clock", "divisor", "irq", "base", "depth", "timeout", "trigger")));
}
