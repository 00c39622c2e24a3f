// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.object;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.value.ValueType;

/** A type with eight properties, for measuring. */
public final class Nic extends QomObject implements UserCreatable {
    /** The type. */
    public static final TypeInfo TYPE_INFO = TypeInfo.of("nic", Nic.class)
            .factory(Nic::new)
            .interfaces(UserCreatable.TYPE_NAME)
            .classInit(Nic::classInit)
            .build();

    private boolean link;
    private boolean rss;
    private boolean offload;
    private long queues;
    private long mtu;
    private long speed;
    private long ring;
    private String mac = "";

    Nic() {}

    private static void classInit(ObjectClass oc) {
        oc.addBool("link", Nic::link, Nic::setLink);
        oc.addBool("rss", (Nic n) -> n.rss, (Nic n, boolean v) -> n.rss = v);
        oc.addBool("offload", (Nic n) -> n.offload, (Nic n, boolean v) -> n.offload = v);
        oc.addInteger("queues", ValueType.unsigned(16), (Nic n) -> n.queues, (Nic n, long v) -> n.queues = v);
        oc.addInteger("mtu", ValueType.unsigned(32), Nic::mtu, Nic::setMtu);
        oc.addInteger("speed", ValueType.unsigned(64), (Nic n) -> n.speed, (Nic n, long v) -> n.speed = v);
        oc.addSize("ring", (Nic n) -> n.ring, (Nic n, long v) -> n.ring = v);
        oc.addString("mac", (Nic n) -> n.mac, (Nic n, String v) -> n.mac = v);
    }

    /** Returns whether the cable is plugged in. */
    public boolean link() {
        return link;
    }

    /** Plugs the cable in or out. */
    public void setLink(boolean plugged) {
        link = plugged;
    }

    /** Returns the largest frame in bytes. */
    public long mtu() {
        return mtu;
    }

    /** Sets the largest frame in bytes. */
    public void setMtu(long bytes) {
        mtu = bytes;
    }

    /** Sets a boolean by its name through a switch: what somebody would write by hand. */
    void setBySwitch(String name, boolean value) {
        switch (name) {
            case "link" -> link = value;
            case "rss" -> rss = value;
            case "offload" -> offload = value;
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Returns a boolean by its name through a switch. */
    boolean getBySwitch(String name) {
        return switch (name) {
            case "link" -> link;
            case "rss" -> rss;
            case "offload" -> offload;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
