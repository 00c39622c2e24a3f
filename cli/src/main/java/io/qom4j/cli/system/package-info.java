// SPDX-License-Identifier: Apache-2.0
/**
 * The command line of QEMU's system emulators, as far as it makes sense without a machine.
 *
 * <p>{@link io.qom4j.cli.system.ObjectArguments} reads the arguments of {@code -object} by QEMU 7.2's rules and with its texts.
 */
@NullMarked
package io.qom4j.cli.system;

import org.jspecify.annotations.NullMarked;
