// SPDX-License-Identifier: Apache-2.0

/** Memory backends beside a C program that does the same work, both measured in one run; docs/performance.md has the command. */
@NullMarked
package io.qom4j.bench.backends;

import org.jspecify.annotations.NullMarked;
