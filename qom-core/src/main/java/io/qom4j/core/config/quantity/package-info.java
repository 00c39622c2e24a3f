// SPDX-License-Identifier: Apache-2.0
/**
 * Quantities: sizes, durations and frequencies as people write them, converted exactly.
 *
 * <pre>{@code
 * Scale.BYTES.parse("1.5G", "size", WarningSink.IGNORE);            // 1610612736
 * Scale.NANOSECONDS.parse("2.5ms", "period", WarningSink.IGNORE);   // 2500000
 * Scale.BYTES.parse("1.1k", "size", WarningSink.IGNORE);            // refused: 1126.4 bytes
 * }</pre>
 *
 * <p>A {@link io.qom4j.core.config.quantity.Scale} belongs to a property: by its type, or by the unit that it declares.
 */
@NullMarked
package io.qom4j.core.config.quantity;

import org.jspecify.annotations.NullMarked;
