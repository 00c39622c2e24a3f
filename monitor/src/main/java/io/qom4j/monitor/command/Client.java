// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.core.error.ErrorClass;
import io.qom4j.core.error.QomException;
import java.util.List;

/**
 * Whoever calls commands, as far as commands have to do with it.
 *
 * <p>Confined to the thread that runs the command, while it runs.
 */
public interface Client {
    /**
     * Ends the negotiation of capabilities.
     *
     * @param capabilities what the client turns on
     * @throws QomException if the negotiation is over
     */
    void negotiate(List<String> capabilities);

    /** Has this run once the reply to the command under way has been sent. */
    void afterReply(Runnable action);

    /** Returns a client inside the process, which has nothing to negotiate and whose reply is sent at once. */
    static Client local() {
        return new Client() {
            @Override
            public void negotiate(List<String> capabilities) {
                throw alreadyNegotiated();
            }

            @Override
            public void afterReply(Runnable action) {
                action.run();
            }
        };
    }

    /** Returns the refusal of a second negotiation. */
    static QomException alreadyNegotiated() {
        return new QomException(
                ErrorClass.COMMAND_NOT_FOUND,
                "Capabilities negotiation is already complete, command ignored",
                List.of(),
                null);
    }
}
