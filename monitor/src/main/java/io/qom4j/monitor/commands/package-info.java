// SPDX-License-Identifier: Apache-2.0
/** The commands that every monitor has, in sets by what they are about. */
@NullMarked
package io.qom4j.monitor.commands;

import org.jspecify.annotations.NullMarked;
