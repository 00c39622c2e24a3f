// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.config.ConfigDocument;
import org.junit.jupiter.api.Test;

class DiffTest {
    @Test
    void everyKindOfDifferenceIsFound() {
        ConfigDocument left = ConfigDocument.builder()
                .object("bus", "gone")
                .object("bus", "other")
                .object(
                        "bus",
                        "b",
                        b -> b.set("boot", "x")
                                .set("label", "l")
                                .set("same", 1)
                                .child("drive", "c", c -> c.set("size", 1)))
                .build();
        ConfigDocument right = ConfigDocument.builder()
                .object(
                        "bus",
                        "b",
                        b -> b.set("label", "m")
                                .set("same", 1L)
                                .set("spare", true)
                                .child("drive", "c", c -> c.set("size", 2)))
                .object("drive", "other")
                .object("bus", "new")
                .build();
        assertThat(Diff.between(left, right))
                .extracting(Difference::toString)
                .containsExactly(
                        "- /objects/gone (bus)",
                        "~ /objects/other: type bus → drive",
                        "- /objects/b.boot: \"x\"",
                        "~ /objects/b.label: \"l\" → \"m\"",
                        "+ /objects/b.spare: true",
                        "~ /objects/b/c.size: 1 → 2",
                        "+ /objects/new (bus)");
    }
}
