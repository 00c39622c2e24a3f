// SPDX-License-Identifier: Apache-2.0
/**
 * Comparing configurations: what a runtime's objects are set to, and how that differs from something else.
 *
 * <pre>{@code
 * ConfigDocument now = Export.of(qom).document();
 * ConfigDocument file = ConfigLoader.of(qom).file(path).effective();
 * Diff.between(file, now).forEach(System.out::println);    // ~ /objects/m0.size: 4096 → 8192
 * }</pre>
 *
 * <p>Guaranteed: an export, loaded into an empty runtime with the same types, makes objects whose export is the same.
 */
@NullMarked
package io.qom4j.core.config.compare;

import org.jspecify.annotations.NullMarked;
