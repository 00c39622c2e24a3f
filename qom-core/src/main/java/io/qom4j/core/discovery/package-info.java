// SPDX-License-Identifier: Apache-2.0
/**
 * Discovery: how a runtime comes to know the types that are annotated classes.
 *
 * <p>A build writes the names of a module's annotated types into {@code META-INF/qom/types.index}
 * ({@link io.qom4j.core.discovery.TypeIndexer}), and a runtime reads them:
 *
 * <pre>{@code
 * Qom qom = Qom.create();                           // modules, and what the indexes list
 * Qom qom = Qom.builder().discoverTypes().build();  // and what a search finds beside that
 * }</pre>
 *
 * <p>Guaranteed: starting up never searches unless asked to; types are registered in the order of the class path; two
 * classes for one type name are refused, whoever lists them.
 */
@NullMarked
package io.qom4j.core.discovery;

import org.jspecify.annotations.NullMarked;
