// SPDX-License-Identifier: Apache-2.0
/**
 * Memory maps as text and as files: {@code info mtree} in QEMU's format, and machines recorded from elsewhere.
 *
 * <pre>{@code
 * System.out.print(RecordedViews.run(Path.of("machine.json")));
 * }</pre>
 */
@NullMarked
package io.qom4j.exec.mtree;

import org.jspecify.annotations.NullMarked;
