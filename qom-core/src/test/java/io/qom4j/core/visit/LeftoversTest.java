// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    @Test
    void aSingleNameIsTold() {
        assertThat(Leftovers.first(List.of("a", "b"), List.of("b"))).isEqualTo("b");
    }

    /** Recorded from QEMU 7.2. */
    @Test
    void theFirstInTheTableIsTold() {
        assertThat(Leftovers.first(
                        List.of("qom-type", "size", "merge", "foo", "bar", "baz", "id"), List.of("foo", "bar", "baz")))
                .isEqualTo("baz");
        assertThat(Leftovers.first(List.of("qom-type", "size", "foo", "", "bar", "id"), List.of("foo", "", "bar")))
                .isEqualTo("bar");
        assertThat(Leftovers.first(
                        List.of("qom-type", "size", "policy", "host-nodes.0", "host-nodes.1", "id"),
                        List.of("host-nodes.0", "host-nodes.1")))
                .isEqualTo("host-nodes.1");
    }

    @Test
    void theTableGrowsAndShrinks() {
        List<String> all = IntStream.range(0, 300).mapToObj(i -> "name" + i).toList();
        for (int left = 2; left < 300; left += 7) {
            List<String> some = all.subList(300 - left, 300);
            assertThat(some).contains(Leftovers.first(all, some));
        }
    }

    @Test
    void veryManyNamesAreToldInTheOrderTheyCame() {
        List<String> all = IntStream.range(0, 5000).mapToObj(i -> "name" + i).toList();
        assertThat(Leftovers.first(all, all.subList(10, 20))).isEqualTo("name10");
    }

    @Test
    void oneNameMustBeLeft() {
        assertThatThrownBy(() -> Leftovers.first(List.of("a"), List.of("x", "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
