// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Starting and stopping. */
class RunControlTest {
    private final RunControl control = new RunControl();
    private final RunListener listener = mock();

    @Test
    void aMachineWaitsToBeStarted() {
        assertThat(control.state()).isEqualTo(RunState.PRELAUNCH);
    }

    @Test
    void aStoppedMachineThatIsResetWaitsToBeStarted() {
        control.resume();
        control.reset();
        assertThat(control.state()).isEqualTo(RunState.RUNNING);

        control.pause();
        control.reset();
        assertThat(control.state()).isEqualTo(RunState.PRELAUNCH);
    }

    @Test
    void listenersHearOfChangesOnly() {
        control.addListener(listener);
        control.pause();
        control.resume();
        control.resume();
        control.pause();
        control.reset();
        control.removeListener(listener);
        control.resume();

        InOrder order = inOrder(listener);
        order.verify(listener).resumed();
        order.verify(listener).paused();
        order.verify(listener).reset();
        verifyNoMoreInteractions(listener);
        assertThat(control.state()).isEqualTo(RunState.RUNNING);
    }
}
