// SPDX-License-Identifier: Apache-2.0
/**
 * Which test here checks what which test of QEMU's checks.
 *
 * <p>{@link io.qom4j.core.mirror.MirrorTest} has the table; those of QEMU's tests that have no natural place elsewhere are
 * written in this package.
 */
@NullMarked
package io.qom4j.core.mirror;

import org.jspecify.annotations.NullMarked;
