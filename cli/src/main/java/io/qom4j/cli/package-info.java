// SPDX-License-Identifier: Apache-2.0

/** The {@code qom} command. */
@NullMarked
package io.qom4j.cli;

import org.jspecify.annotations.NullMarked;
