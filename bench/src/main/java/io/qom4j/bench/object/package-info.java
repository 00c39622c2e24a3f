// SPDX-License-Identifier: Apache-2.0

/** What objects and their properties cost, beside plain Java. */
@NullMarked
package io.qom4j.bench.object;

import org.jspecify.annotations.NullMarked;
