// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.value.ValueType;

/** Three types of eight properties each, as objects of the model. */
final class Devices {
    private Devices() {}

    static void register(TypeRegistry types) {
        types.register(type("nic", Nic.class)
                .factory(Nic::new)
                .classInit(Nic::classInit)
                .build());
        types.register(type("disk", Disk.class)
                .factory(Disk::new)
                .classInit(Disk::classInit)
                .build());
        types.register(type("uart", Uart.class)
                .factory(Uart::new)
                .classInit(Uart::classInit)
                .build());
    }

    private static <T extends QomObject> TypeInfo.Builder<T> type(String name, Class<T> javaClass) {
        return TypeInfo.of(name, javaClass).interfaces(UserCreatable.TYPE_NAME);
    }

    private static final class Nic extends QomObject implements UserCreatable {
        private boolean link;
        private boolean rss;
        private boolean offload;
        private long queues;
        private long mtu;
        private long speed;
        private long ring;
        private String mac = "";

        private static void classInit(ObjectClass oc) {
            oc.addBool("link", (Nic n) -> n.link, (Nic n, boolean value) -> n.link = value);
            oc.addBool("rss", (Nic n) -> n.rss, (Nic n, boolean value) -> n.rss = value);
            oc.addBool("offload", (Nic n) -> n.offload, (Nic n, boolean value) -> n.offload = value);
            oc.addInteger(
                    "queues", ValueType.unsigned(32), (Nic n) -> n.queues, (Nic n, long value) -> n.queues = value);
            oc.addInteger("mtu", ValueType.unsigned(32), (Nic n) -> n.mtu, (Nic n, long value) -> n.mtu = value);
            oc.addInteger("speed", ValueType.unsigned(64), (Nic n) -> n.speed, (Nic n, long value) -> n.speed = value);
            oc.addSize("ring", (Nic n) -> n.ring, (Nic n, long value) -> n.ring = value);
            oc.addString("mac", (Nic n) -> n.mac, (Nic n, String value) -> n.mac = value);
        }
    }

    private static final class Disk extends QomObject implements UserCreatable {
        private boolean readonly;
        private boolean cached;
        private boolean discard;
        private long size;
        private long block;
        private long heads;
        private long depth;
        private String serial = "";

        private static void classInit(ObjectClass oc) {
            oc.addBool("readonly", (Disk d) -> d.readonly, (Disk d, boolean value) -> d.readonly = value);
            oc.addBool("cached", (Disk d) -> d.cached, (Disk d, boolean value) -> d.cached = value);
            oc.addBool("discard", (Disk d) -> d.discard, (Disk d, boolean value) -> d.discard = value);
            oc.addInteger("size", ValueType.unsigned(32), (Disk d) -> d.size, (Disk d, long value) -> d.size = value);
            oc.addInteger(
                    "block", ValueType.unsigned(32), (Disk d) -> d.block, (Disk d, long value) -> d.block = value);
            oc.addInteger(
                    "heads", ValueType.unsigned(64), (Disk d) -> d.heads, (Disk d, long value) -> d.heads = value);
            oc.addSize("depth", (Disk d) -> d.depth, (Disk d, long value) -> d.depth = value);
            oc.addString("serial", (Disk d) -> d.serial, (Disk d, String value) -> d.serial = value);
        }
    }

    private static final class Uart extends QomObject implements UserCreatable {
        private boolean fifo;
        private boolean parity;
        private boolean echo;
        private long baud;
        private long clock;
        private long irq;
        private long base;
        private String chardev = "";

        private static void classInit(ObjectClass oc) {
            oc.addBool("fifo", (Uart u) -> u.fifo, (Uart u, boolean value) -> u.fifo = value);
            oc.addBool("parity", (Uart u) -> u.parity, (Uart u, boolean value) -> u.parity = value);
            oc.addBool("echo", (Uart u) -> u.echo, (Uart u, boolean value) -> u.echo = value);
            oc.addInteger("baud", ValueType.unsigned(32), (Uart u) -> u.baud, (Uart u, long value) -> u.baud = value);
            oc.addInteger(
                    "clock", ValueType.unsigned(32), (Uart u) -> u.clock, (Uart u, long value) -> u.clock = value);
            oc.addInteger("irq", ValueType.unsigned(64), (Uart u) -> u.irq, (Uart u, long value) -> u.irq = value);
            oc.addSize("base", (Uart u) -> u.base, (Uart u, long value) -> u.base = value);
            oc.addString("chardev", (Uart u) -> u.chardev, (Uart u, String value) -> u.chardev = value);
        }
    }
}
