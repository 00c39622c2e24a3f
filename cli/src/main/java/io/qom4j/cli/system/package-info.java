// SPDX-License-Identifier: Apache-2.0
/**
 * The command line of QEMU's system emulators, as far as it makes sense without a machine.
 *
 * <p>{@link io.qom4j.cli.system.SystemStart} starts what a command line asks for, in three steps: words become options, each of
 * which is known; options are read one by one, in order, into a launch, which checks all it can without making anything; then
 * objects are made, wave by wave, the machine, and the monitors: a {@link io.qom4j.cli.system.ServedRuntime}. A reason not to start is
 * printed with QEMU's texts and its place.
 *
 * <p>{@link io.qom4j.cli.system.ObjectArguments} reads the arguments of {@code -object} by QEMU 7.2's rules, and
 * {@link io.qom4j.cli.system.QmpAddresses} those of options such as {@code -qmp}.
 */
@NullMarked
package io.qom4j.cli.system;

import org.jspecify.annotations.NullMarked;
