// SPDX-License-Identifier: Apache-2.0

/** What types and their classes cost. */
@NullMarked
package io.qom4j.bench.type;

import org.jspecify.annotations.NullMarked;
