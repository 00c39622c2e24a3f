// SPDX-License-Identifier: Apache-2.0
/**
 * Diagnostics: what is wrong with a document, where, and how to repair it.
 *
 * <pre>{@code
 * try {
 *     qom.load(Path.of("vm.json"));
 * } catch (ConfigException e) {
 *     System.err.print(DiagnosticRenderer.plain().render(e.diagnostics()));
 * }
 * }</pre>
 *
 * <p>A {@link io.qom4j.core.config.diagnostic.Diagnostic} is a value; the renderer writes it for people,
 * {@link io.qom4j.core.config.diagnostic.DiagnosticJson} for machines. Everything here is immutable.
 */
@NullMarked
package io.qom4j.core.config.diagnostic;

import org.jspecify.annotations.NullMarked;
