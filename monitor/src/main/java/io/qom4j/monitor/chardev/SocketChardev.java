// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.chardev;

import static io.qom4j.core.property.StructCodec.member;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.property.StructCodec;
import io.qom4j.core.value.ValueType;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A socket over which a monitor speaks, as the tree shows it.
 *
 * <p>Thread-safe. QEMU: chardev/char-socket.c, SocketChardev.
 */
public final class SocketChardev extends Chardev {
    /** The type's name. */
    public static final String TYPE_NAME = "chardev-socket";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, SocketChardev.class)
            .parent(Chardev.TYPE_NAME)
            .factory(SocketChardev::new)
            .classInit(SocketChardev::declare)
            .description("A socket over which a monitor speaks")
            .build();

    private static final StructCodec ADDRESS = StructCodec.of(
            "SocketAddress",
            member("port", ValueType.string()),
            member("ipv4", ValueType.bool()),
            member("ipv6", ValueType.bool()),
            member("host", ValueType.string()),
            member("abstract", ValueType.bool()),
            member("path", ValueType.string()),
            member("type", ValueType.string()),
            member("tight", ValueType.bool()));

    private volatile Map<String, Object> address = Map.of();
    private volatile BooleanSupplier isConnected = () -> false;

    private SocketChardev() {}

    private static void declare(ObjectClass oc) {
        oc.<SocketChardev>addBool("connected", socket -> socket.isConnected.getAsBoolean(), null)
                .documentation("Whether somebody is at the other end");
        oc.<SocketChardev, Map<String, Object>>addValue("addr", ADDRESS, socket -> socket.address, null)
                .documentation("Where the socket is");
    }

    /**
     * Says where the socket is now.
     *
     * @param where its address, as a {@code SocketAddress} of QEMU
     * @param connected tells whether somebody is at the other end
     */
    public void attach(Map<String, Object> where, BooleanSupplier connected) {
        address = Map.copyOf(where);
        isConnected = connected;
    }
}
