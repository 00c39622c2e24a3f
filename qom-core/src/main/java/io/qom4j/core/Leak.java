// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import org.jspecify.annotations.Nullable;

/**
 * An object that nobody refers to any more although its reference count says that somebody does.
 *
 * <p>Immutable.
 *
 * @param typeName the object's type
 * @param madeAt the call that made it, if places are recorded
 */
public record Leak(String typeName, @Nullable Throwable madeAt) {}
