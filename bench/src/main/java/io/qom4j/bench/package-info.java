// SPDX-License-Identifier: Apache-2.0

/**
 * Benchmarks: how long the hot paths take here, beside what others need for the same.
 *
 * <p>They are run by hand, by {@code ./mvnw -q -Dquick -DskipTests -pl bench -am package -Dbench=NAME}; a build compiles them, so that
 * they keep up with the code.
 */
@NullMarked
package io.qom4j.bench;

import org.jspecify.annotations.NullMarked;
