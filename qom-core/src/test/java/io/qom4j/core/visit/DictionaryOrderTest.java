// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders in which QEMU 7.2 was seen to print members. */
class DictionaryOrderTest {
    @Test
    void membersComeByTheirHash() {
        assertThat(DictionaryOrder.of(
                        List.of("id", "size", "merge", "dump", "prealloc", "share", "reserve", "host-nodes", "policy")))
                .containsExactly("share", "reserve", "prealloc", "host-nodes", "size", "merge", "dump", "policy", "id");
    }

    @Test
    void ofMembersInOneBucketTheLastComesFirst() {
        assertThat(DictionaryOrder.of(List.of("major", "minor", "micro"))).containsExactly("micro", "minor", "major");
        assertThat(DictionaryOrder.of(List.of("micro", "minor"))).containsExactly("minor", "micro");
    }
}
