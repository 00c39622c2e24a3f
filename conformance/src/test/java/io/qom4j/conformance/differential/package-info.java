// SPDX-License-Identifier: Apache-2.0
/**
 * The comparison with a QEMU that is installed, by chance requests and command lines.
 *
 * <p>A {@code Choice} makes everything from one seed: {@code Requests} and {@code HumanLines} make
 * steps, {@code CommandLines} words and the file that they name. A {@code Trial} sends steps to two {@code Peer}s, one of them QEMU, until they answer
 * differently for a reason that no {@link io.qom4j.conformance.differential.KnownDifference} explains, and leaves out the steps that
 * this does not need; an {@code Outcome} is what came of a command line.
 */
@org.jspecify.annotations.NullMarked
package io.qom4j.conformance.differential;
