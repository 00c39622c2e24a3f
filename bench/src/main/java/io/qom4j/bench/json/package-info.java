// SPDX-License-Identifier: Apache-2.0

/** What loading objects from JSON costs, beside Jackson. */
@NullMarked
package io.qom4j.bench.json;

import org.jspecify.annotations.NullMarked;
