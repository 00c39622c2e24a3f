// SPDX-License-Identifier: Apache-2.0
/**
 * Visitors: how a typed value gets into and out of a property without the property knowing JSON from text.
 *
 * <p>A property asks an {@link io.qom4j.core.visit.InputVisitor} for the type that it needs, and hands its value to an
 * {@link io.qom4j.core.visit.OutputVisitor}. The visitors over JSON, keyval and plain text stand in the packages of those
 * formats; they differ in what they accept and in the text with which they refuse.
 *
 * <pre>{@code
 * InputVisitor v = …;              // over {"size": 4096} or over size=4k
 * long size = v.readSize("size");  // 4096 either way
 * }</pre>
 */
@NullMarked
package io.qom4j.core.visit;

import org.jspecify.annotations.NullMarked;
