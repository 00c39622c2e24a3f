// SPDX-License-Identifier: Apache-2.0

/** What making, ending and casting objects costs, beside plain Java. */
@NullMarked
package io.qom4j.bench.object;

import org.jspecify.annotations.NullMarked;
