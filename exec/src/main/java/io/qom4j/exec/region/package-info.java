// SPDX-License-Identifier: Apache-2.0

/** Memory regions: ranges of guest memory as objects of the model. */
@NullMarked
package io.qom4j.exec.region;

import org.jspecify.annotations.NullMarked;
