// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.host;

/** Whether this machine can provide guest memory, and if not, why. Immutable. */
public sealed interface HostSupport {
    /**
     * The host's calls are there.
     *
     * @param system what they are, for example {@code Linux amd64}
     */
    record Available(String system) implements HostSupport {}

    /**
     * The host's calls are not there; each method of {@link Host} that needs them fails.
     *
     * @param reason a sentence that says what is missing and what would help
     */
    record Unavailable(String reason) implements HostSupport {}
}
