// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of the memory map: making flat views, and reading through address spaces while they change. */
@NullMarked
package io.qom4j.bench.memory;

import org.jspecify.annotations.NullMarked;
