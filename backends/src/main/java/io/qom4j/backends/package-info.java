// SPDX-License-Identifier: Apache-2.0

/** Memory backends: objects that own host memory and lend it to a guest. */
@NullMarked
package io.qom4j.backends;

import org.jspecify.annotations.NullMarked;
