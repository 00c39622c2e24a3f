// SPDX-License-Identifier: Apache-2.0

/** What paths cost in small and large trees, beside maps of the JDK, and how much memory a tree takes. */
@NullMarked
package io.qom4j.bench.tree;

import org.jspecify.annotations.NullMarked;
