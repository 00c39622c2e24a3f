// SPDX-License-Identifier: Apache-2.0
/**
 * Configuration documents: objects described in JSON, checked as a whole and made all or not at all.
 *
 * <pre>{@code
 * {
 *   "objects": [
 *     {"qom-type": "memory-backend-file", "id": "m0", "size": "16M", "mem-path": "/tmp/nv", "share": true},
 *     {"qom-type": "memory-backend-ram", "id": "m1", "size": "1.5G"},   // comments are allowed
 *   ]
 * }
 * }</pre>
 *
 * <pre>{@code
 * try (Qom qom = Qom.create()) {
 *     List<QomObject> made = qom.load(Path.of("vm.json"));
 * }
 * }</pre>
 *
 * <p>{@link io.qom4j.core.config.ConfigLoader} does the work in named stages. What is wrong comes as
 * {@link io.qom4j.core.config.diagnostic.Diagnostic}s in a {@link io.qom4j.core.config.ConfigException}, all problems at once.
 * Each value remembers its place in the text: {@link io.qom4j.core.config.DocumentOrigin}.
 */
@NullMarked
package io.qom4j.core.config;

import org.jspecify.annotations.NullMarked;
