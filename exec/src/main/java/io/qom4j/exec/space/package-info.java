// SPDX-License-Identifier: Apache-2.0
/** Address spaces: the map of guest memory as those who use it see it. */
@NullMarked
package io.qom4j.exec.space;

import org.jspecify.annotations.NullMarked;
