// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.monitor.Monitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private final Qom qom = Qom.create();
    private final ShellTarget target = ShellTarget.local(Monitor.of(qom));

    @AfterEach
    void close() {
        qom.close();
    }

    @Test
    void linesEndInLineFeedsAlone() {
        assertThat(target.answer("info status").text()).isEqualTo("VM status: paused (prelaunch)\n");
    }

    @Test
    void eachWayToSayNoIsARefusal() {
        assertThat(target.answer("frobnicate").isRefusal()).isTrue();
        assertThat(target.answer("qom-get m0").isRefusal()).isTrue();
        assertThat(target.answer("object_del m0").isRefusal()).isTrue();
        assertThat(target.answer("info qom-tree /nowhere").isRefusal()).isTrue();
        assertThat(target.answer("object_add memory-backend-ram,id=m0,size=4k,prealloc=2")
                        .isRefusal())
                .isTrue();
    }

    @Test
    void answerIsNoRefusal() {
        assertThat(target.answer("help").isRefusal()).isFalse();
        assertThat(target.answer("object_add thread-context,id=t0").isRefusal()).isFalse();
    }

    @Test
    void quitIsTheLastLine() {
        assertThat(target.answer("help").isLast()).isFalse();
        assertThat(target.answer(" quit ").isLast()).isTrue();
    }
}
