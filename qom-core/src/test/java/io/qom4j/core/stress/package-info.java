// SPDX-License-Identifier: Apache-2.0
/**
 * Stress: what must hold whatever the threads of a runtime do at the same time.
 *
 * <p>Each test is a {@link io.qom4j.core.stress.Race}: some actors, the state that they fight over, and what must be true of it
 * afterwards, thousands of times on fresh state. {@code -Dqom.stress.batches=5000} runs them for longer.
 */
@NullMarked
package io.qom4j.core.stress;

import org.jspecify.annotations.NullMarked;
