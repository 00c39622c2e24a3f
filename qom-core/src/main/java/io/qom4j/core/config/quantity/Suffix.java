// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.quantity;

/**
 * A unit that may follow a number in text.
 *
 * <p>Immutable.
 *
 * @param text how it is written, for example {@code ms}; the empty text for none
 * @param factor how many of the scale's own unit it is
 * @param decimals how many digits may stand behind the point, zeros at the end not counted
 */
public record Suffix(String text, long factor, int decimals) {}
