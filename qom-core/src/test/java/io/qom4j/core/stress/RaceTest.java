// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The races can fail: what is not safe is found out. */
class RaceTest {
    private static final int UNTIL_SEEN = 20_000;

    /** How long what is not guarded takes, about a microsecond, like what is: making the window no wider than real ones. */
    private static final int WINDOW = 30;

    /** A counter that loses counts if two count at the same time. */
    private static final class Unguarded {
        int count;

        void increment() {
            int before = count;
            for (int i = 0; i < WINDOW; i++) {
                Thread.onSpinWait();
            }
            count = before + 1;
        }
    }

    @Test
    void updateThatIsLostIsSeen() {
        Race<Unguarded> race = Race.over(Unguarded::new)
                .actor(Unguarded::increment)
                .actor(Unguarded::increment)
                .then(state -> assertThat(state.count).isEqualTo(2));
        assertThatThrownBy(() -> race.run(UNTIL_SEEN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void updateThatIsNotLostPasses() {
        Race.over(AtomicInteger::new)
                .actor(AtomicInteger::incrementAndGet)
                .actor(AtomicInteger::incrementAndGet)
                .then(state -> assertThat(state).hasValue(2))
                .run();
    }

    @Test
    void failureOfAnActorFailsTheRace() {
        assertThatThrownBy(() -> Race.over(Unguarded::new)
                        .actor(state -> {
                            throw new IllegalStateException("tripped");
                        })
                        .run())
                .hasMessageContaining("tripped");
    }
}
