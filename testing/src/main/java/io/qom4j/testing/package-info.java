// SPDX-License-Identifier: Apache-2.0

/**
 * What every test of this project stands on: the test libraries, which come with this module, and one rule.
 *
 * <p>The rule: a test that is skipped fails the build. A skipped test looks green and checks nothing, so whoever cannot
 * run a test has to say so by changing it. {@link io.qom4j.testing.SkippedTests} writes down what was skipped; the build
 * then finds its list and stops.
 */
@NullMarked
package io.qom4j.testing;

import org.jspecify.annotations.NullMarked;
