// SPDX-License-Identifier: Apache-2.0
/**
 * Memory maps as text and as files: {@code info mtree} in QEMU's format, and machines recorded from elsewhere.
 *
 * <pre>{@code
 * System.out.print(MtreePrinter.of(qom).tree());                     // info mtree
 * System.out.print(MtreePrinter.of(qom).withOwners().flatViews());   // info mtree -f -o
 * System.out.print(RecordedViews.run(Path.of("machine.json")));      // qom mtree --flat machine.json
 * }</pre>
 *
 * <p><strong>What is guaranteed.</strong> Each line is QEMU's, byte by byte. The order of groups is that in which address spaces were made, where
 * QEMU's depends on pointers.
 */
@NullMarked
package io.qom4j.exec.mtree;

import org.jspecify.annotations.NullMarked;
