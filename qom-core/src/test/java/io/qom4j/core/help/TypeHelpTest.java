// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.annotation.QomProperty;
import io.qom4j.core.annotation.QomType;
import io.qom4j.core.annotation.WhenSettable;
import org.junit.jupiter.api.Test;

class TypeHelpTest {
    @QomType(name = "clock", description = "Something that counts")
    abstract static class Clock extends QomObject {
        @QomProperty(description = "Whether it counts", defaultValue = "on")
        boolean running;
    }

    @QomType(name = "watchdog", description = "Bites unless it is fed")
    static final class Watchdog extends Clock implements UserCreatable {
        @QomProperty(
                description = "Time before biting",
                documentation = "Time between feeding and biting; the clock must run.",
                unit = "ms",
                unsigned = true,
                bits = 16,
                defaultValue = "1000")
        int timeout;

        @QomProperty(size = true, unit = "bytes", required = true, settable = WhenSettable.UNTIL_COMPLETE)
        long log;

        @QomProperty(unsigned = true, defaultValue = "0-2")
        int[] cpus;
    }

    private final Qom qom = Qom.builder().build();

    TypeHelpTest() {
        qom.types().register(Clock.class);
        qom.types().register(Watchdog.class);
    }

    @Test
    void linesTellWhatIsLegalAndWhereItComesFrom() {
        assertThat(TypeHelp.of(qom.types().get("watchdog")).lines())
                .containsExactlyElementsOf("""
                watchdog: Bites unless it is fed
                  descends from clock
                  implements user-creatable

                  from clock:
                  running  on or off; default on
                           Whether it counts
                  its own:
                  timeout  an integer from 0 to 65535, in ms; default 1000
                           Time between feeding and biting; the clock must run.
                  log      a size in bytes, such as 4096 or 4k; required; settable until complete
                  cpus     a list, each element an integer from 0 to 4294967295; default 0-2
                """.lines().toList());
    }

    @Test
    void abstractTypeSaysThatItHasNoObjects() {
        assertThat(TypeHelp.of(qom.types().get("clock")).lines())
                .startsWith("clock: Something that counts", "  abstract: only its descendants have objects", "");
    }

    @Test
    void typeWithoutOptionsSaysSo() {
        assertThat(TypeHelp.of(qom.types().get("container")).lines()).endsWith("  no options");
    }
}
