// SPDX-License-Identifier: Apache-2.0
/**
 * Scalars as text: integers, sizes, booleans, lists of ranges, and the two visitors that read and print one string.
 *
 * <p>People write property values on command lines and in the human monitor. What they may write there is fixed by QEMU,
 * with rules that differ from type to type: an integer follows the C rules ({@code 010} is eight), a size never does
 * ({@code 010} is ten, {@code 1.5G} is legal), a boolean is one of eight words. This package knows these rules, and nothing
 * of properties.
 *
 * <pre>{@code
 * ParsedNumber size = SizeText.parse("1.5k", WarningSink.IGNORE);
 * size.value();                            // 1536
 * IntegerText.int64("0x10").value();       // 16
 *
 * InputVisitor v = new StringInputVisitor("0-3,7", WarningSink.IGNORE);
 * v.beginList("host-nodes");
 * while (v.nextElement()) {
 *     nodes.add(v.readUint(null, 16));     // 0, 1, 2, 3, 7
 * }
 * v.endList();
 * }</pre>
 *
 * <p>The parsers return a {@link io.qom4j.core.text.ParsedNumber} rather than throw, because each front door words its
 * refusal differently. Deprecated forms go to a {@link io.qom4j.core.text.WarningSink}; nothing here prints.
 */
@NullMarked
package io.qom4j.core.text;

import org.jspecify.annotations.NullMarked;
