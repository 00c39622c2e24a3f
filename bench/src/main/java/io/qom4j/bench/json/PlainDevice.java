// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The same types as plain objects with public fields, chosen by {@code qom-type}: what Jackson and Gson make. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "qom-type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlainDevice.Nic.class, name = "nic"),
    @JsonSubTypes.Type(value = PlainDevice.Disk.class, name = "disk"),
    @JsonSubTypes.Type(value = PlainDevice.Uart.class, name = "uart")
})
public abstract class PlainDevice {
    /** The name. */
    public String id = "";

    /** Returns the class for a type. */
    static Class<? extends PlainDevice> classOf(String type) {
        return switch (type) {
            case "nic" -> Nic.class;
            case "disk" -> Disk.class;
            case "uart" -> Uart.class;
            default -> throw new IllegalArgumentException("there is no type '" + type + "'");
        };
    }

    /** A device. */
    public static final class Nic extends PlainDevice {
        public boolean link;
        public boolean rss;
        public boolean offload;
        public long queues;
        public long mtu;
        public long speed;
        public long ring;
        public String mac = "";
    }

    /** A device. */
    public static final class Disk extends PlainDevice {
        public boolean readonly;
        public boolean cached;
        public boolean discard;
        public long size;
        public long block;
        public long heads;
        public long depth;
        public String serial = "";
    }

    /** A device. */
    public static final class Uart extends PlainDevice {
        public boolean fifo;
        public boolean parity;
        public boolean echo;
        public long baud;
        public long clock;
        public long irq;
        public long base;
        public String chardev = "";
    }
}
