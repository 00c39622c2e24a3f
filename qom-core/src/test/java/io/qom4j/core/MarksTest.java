// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final int SIZE = 16;
    private static final int HASH = 0x5eed;
    private static final long SEED = 17;

    private final Marks marks = new Marks(SIZE);

    private int take(int hash) {
        int slot = marks.free(hash);
        marks.take(slot, hash);
        return slot;
    }

    private List<Integer> found(int hash) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = marks.first(hash); slot >= 0; slot = marks.next(hash, slot)) {
            slots.add(slot);
        }
        return slots;
    }

    @Test
    void nothingIsFoundAtFirst() {
        assertThat(marks.first(HASH)).isNegative();
        assertThat(marks.used()).isZero();
    }

    @Test
    void allOfOneHashAreFound() {
        assertThat(found(HASH)).isEqualTo(List.of());
        List<Integer> taken = List.of(take(HASH), take(HASH), take(HASH));
        assertThat(found(HASH)).isEqualTo(taken);
    }

    @Test
    void slotThatWasLeftIsPassedByASearch() {
        int first = take(HASH);
        int second = take(HASH);
        marks.leave(first);
        assertThat(found(HASH)).containsExactly(second);
    }

    @Test
    void slotThatWasLeftIsTakenAgain() {
        int first = take(HASH);
        take(HASH);
        marks.leave(first);
        assertThat(marks.isEmpty(first)).isFalse();
        assertThat(take(HASH)).isEqualTo(first);
        assertThat(marks.used()).isEqualTo(2);
    }

    @Test
    void whatWasTakenAndNotLeftIsAlwaysFound() {
        Random random = new Random(SEED);
        Map<Integer, Integer> hashes = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            if (hashes.size() < SIZE / 2 && random.nextBoolean()) {
                int hash = random.nextInt();
                assertThat(hashes.put(take(hash), hash)).isNull();
            } else if (!hashes.isEmpty()) {
                int slot = hashes.keySet().stream()
                        .skip(random.nextInt(hashes.size()))
                        .findFirst()
                        .orElseThrow();
                marks.leave(slot);
                hashes.remove(slot);
            }
            if (marks.used() == SIZE) {
                break; // as the tables do, which grow before their last slot is taken
            }
            hashes.forEach((slot, hash) -> assertThat(found(hash)).contains(slot));
        }
    }
}
