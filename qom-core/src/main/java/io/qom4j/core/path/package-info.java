// SPDX-License-Identifier: Apache-2.0
/**
 * Queries: paths with patterns and filters, which find any number of objects.
 *
 * <pre>
 * qom.query("/machine/**&#47;[type=memory-backend]");   // all memory backends below the machine
 * qom.query("/objects/*[size&gt;=1G][share=on]");           // big ones that are shared
 * qom.query("[label~boot*]");                            // anywhere
 * </pre>
 *
 * <p>Guaranteed: objects are found in the order of the tree, each once; a text that is no query is refused with the place; a
 * filter that can never hold is refused rather than finding nothing. Plain paths are
 * {@link io.qom4j.core.CompositionTree}'s.
 */
@NullMarked
package io.qom4j.core.path;

import org.jspecify.annotations.NullMarked;
