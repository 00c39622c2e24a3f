// SPDX-License-Identifier: Apache-2.0

/** The object model: types, classes, objects and the runtime that owns them. */
@NullMarked
package io.qom4j.core;

import org.jspecify.annotations.NullMarked;
