// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import java.nio.charset.StandardCharsets;

/** The text that all peers read: an array of objects of three types in turn, of eight properties, a type and an id. */
final class Text {
    private static final String[] BODIES = {"""
        {"qom-type": "nic", "id": "d%d", "link": true, "rss": false, "offload": true, "queues": 8, "mtu": 1500, \
        "speed": 10000000000, "ring": 65536, "mac": "52:54:00:12:34:56"}""", """
        {"qom-type": "disk", "id": "d%d", "readonly": false, "cached": true, "discard": true, "size": 4096, "block": 512, \
        "heads": 16, "depth": 128, "serial": "QM00001-0042"}""", """
        {"qom-type": "uart", "id": "d%d", "fifo": true, "parity": false, "echo": false, "baud": 9600, "clock": 1843200, \
        "irq": 4, "base": 1016, "chardev": "serial0"}"""};

    private Text() {}

    /** Returns the text with so many objects. */
    static byte[] of(int objects) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < objects; i++) {
            text.append(i == 0 ? "" : ",\n").append(BODIES[i % BODIES.length].formatted(i));
        }
        return text.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }
}
