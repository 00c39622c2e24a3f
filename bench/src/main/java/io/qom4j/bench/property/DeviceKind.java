// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.TypeInfo;
import java.util.List;
import java.util.function.Supplier;

/** The kinds of devices, in both shapes. */
enum DeviceKind {
    DISK(
            Disk.TYPE_INFO,
            DiskBean::new,
            List.of("readonly", "removable", "cached", "discard", "shared", "locked", "rotational", "encrypted"),
            List.of("size", "sectors", "heads", "cylinders", "block", "depth", "bootindex", "throttle")),
    CARD(
            Card.TYPE_INFO,
            CardBean::new,
            List.of("link", "rss", "offload", "promiscuous", "broadcast", "multicast", "wake", "shared"),
            List.of("mtu", "queues", "speed", "ring", "vectors", "rate", "burst", "bootindex")),
    TIMER(
            Timer.TYPE_INFO,
            TimerBean::new,
            List.of("enabled", "periodic", "oneshot", "level", "masked", "gated", "legacy", "hidden"),
            List.of("frequency", "period", "count", "compare", "ticks", "channel", "irq", "prescale")),
    PORT(
            Port.TYPE_INFO,
            PortBean::new,
            List.of("enabled", "loopback", "fifo", "parity", "echo", "flow", "halted", "dtr"),
            List.of("baud", "clock", "divisor", "irq", "base", "depth", "timeout", "trigger"));

    final TypeInfo type;
    final Supplier<DeviceBean> bean;
    final List<String> booleans;
    final List<String> integers;

    DeviceKind(TypeInfo type, Supplier<DeviceBean> bean, List<String> booleans, List<String> integers) {
        this.type = type;
        this.bean = bean;
        this.booleans = booleans;
        this.integers = integers;
    }
}
