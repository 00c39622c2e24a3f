// SPDX-License-Identifier: Apache-2.0

/** Guest memory: RAM blocks, memory regions, address spaces and the host memory behind them. */
@NullMarked
package io.qom4j.exec;

import org.jspecify.annotations.NullMarked;
