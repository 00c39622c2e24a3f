// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of guest RAM: placement, the block list, dirty marks. */
@NullMarked
package io.qom4j.bench.ram;

import org.jspecify.annotations.NullMarked;
