// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.json.QmpJsonWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code query-memdev} and {@code info memdev} tell; the texts are QEMU 7.2's for the same objects. */
class MemdevInfoTest {
    private final Backends backends = new Backends();

    @AfterEach
    void stop() {
        backends.close();
    }

    private String reply() {
        QmpJsonWriter json = QmpJsonWriter.compact();
        MemdevInfo.writeAll(backends.qom, json, null);
        return json.toString();
    }

    @Test
    void replyWithoutBackendsIsAnEmptyList() {
        assertThat(reply()).isEqualTo("[]");
    }

    @Test
    void textWithoutBackendsIsAnEmptyLine() {
        assertThat(MemdevInfo.text(backends.qom)).isEqualTo("\n");
    }

    @Test
    void replyHasAStructForEachBackendInTheOrderOfCreation() {
        backends.add("{'qom-type': 'memory-backend-memfd', 'id': 'zz', 'size': 4096, 'dump': false}");
        backends.add("{'qom-type': 'memory-backend-ram', 'id': 'aa', 'size': 5000}");
        assertThat(reply())
                .isEqualTo(
                        "[{\"id\": \"zz\", \"size\": 4096, \"merge\": true, \"dump\": false, \"prealloc\": false, \"share\":"
                                + " true, \"reserve\": true, \"host-nodes\": [], \"policy\": \"default\"}, {\"id\": \"aa\", \"size\":"
                                + " 5000, \"merge\": true, \"dump\": true, \"prealloc\": false, \"share\": false, \"reserve\": true,"
                                + " \"host-nodes\": [], \"policy\": \"default\"}]");
    }

    @Test
    void textHasAGroupForEachBackendInTheOrderOfCreation() {
        backends.add("{'qom-type': 'memory-backend-ram', 'id': 'b', 'size': 4096}");
        HostMemoryBackend second = backends.add("{'qom-type': 'memory-backend-ram', 'id': 'a', 'size': 4096}");
        second.addHostNodes(new long[] {9, 4, 5, 4});
        assertThat(MemdevInfo.text(backends.qom)).isEqualTo("""
                memory backend: b
                  size:  4096
                  merge: true
                  dump: true
                  prealloc: false
                  share: false
                  reserve: true
                  policy: default
                  host nodes:\s
                memory backend: a
                  size:  4096
                  merge: true
                  dump: true
                  prealloc: false
                  share: false
                  reserve: true
                  policy: default
                  host nodes: 4-5,9

                """);
    }
}
