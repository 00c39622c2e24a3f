// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.chardev;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import java.util.Map;

/**
 * A character device: a way in and out of the process, as the tree shows it.
 *
 * <p>Thread-safe. QEMU: chardev/char.c, Chardev.
 */
public abstract class Chardev extends QomObject {
    /** The type's name. */
    public static final String TYPE_NAME = "chardev";

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, Chardev.class)
            .abstractType()
            .description("A way in and out of the process")
            .build();

    private static final String CONTAINER = "chardevs";

    Chardev() {}

    /**
     * Shows a socket, at the other end of which nobody is yet.
     *
     * @param id its name below {@code /chardevs}
     * @param address where it shall be, as a {@code SocketAddress} of QEMU
     * @throws io.qom4j.core.error.QomException if there is a device of that name
     */
    public static SocketChardev socket(Qom qom, String id, Map<String, Object> address) {
        SocketChardev made = qom.newObject(SocketChardev.TYPE_NAME, SocketChardev.class);
        made.attach(address, () -> false);
        add(qom, id, made);
        return made;
    }

    /**
     * Shows the process's standard input and output.
     *
     * @param id its name below {@code /chardevs}
     * @throws io.qom4j.core.error.QomException if there is a device of that name
     */
    public static void stdio(Qom qom, String id) {
        add(qom, id, qom.newObject(StdioChardev.TYPE_NAME));
    }

    /**
     * Shows a device that leads nowhere.
     *
     * @param id its name below {@code /chardevs}
     * @throws io.qom4j.core.error.QomException if there is a device of that name
     */
    public static void nowhere(Qom qom, String id) {
        add(qom, id, qom.newObject(NullChardev.TYPE_NAME));
    }

    private static void add(Qom qom, String id, QomObject made) {
        try {
            qom.tree().container(CONTAINER).addChild(id, made);
        } finally {
            made.unref();
        }
    }
}
