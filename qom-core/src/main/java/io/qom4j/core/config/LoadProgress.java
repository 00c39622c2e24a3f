// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

/**
 * Somebody who is told of each step of a load before it is taken, and may stop it.
 *
 * <pre>{@code
 * ConfigLoader.of(qom).file(path).progress((stage, subject) -> log.debug("{} {}", stage, subject)).load();
 * }</pre>
 *
 * <p>Called on the thread that loads, from {@link LoadStage#CREATE} on under the runtime's writer lock.
 */
@FunctionalInterface
public interface LoadProgress {
    /**
     * Hears of a step. What it throws stops the load, is thrown to whoever loads, and leaves the runtime as before.
     *
     * @param stage the stage that the step belongs to
     * @param subject what the step is about: a file, {@code /objects/m0}, {@code /objects/m0.size}; empty if it is about all
     */
    void before(LoadStage stage, String subject);
}
