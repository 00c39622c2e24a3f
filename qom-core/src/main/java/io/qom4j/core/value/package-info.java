// SPDX-License-Identifier: Apache-2.0
/**
 * The true types of property values.
 *
 * <pre>{@code
 * ValueType threads = ValueType.unsigned(32).between(1, 64);
 * threads.describe();   // "an integer from 1 to 64"
 * }</pre>
 *
 * <p>One declaration of a property carries one {@link io.qom4j.core.value.ValueType}; every face of the property
 * (setting from text or JSON, help, JSON Schema, QMP introspection) is made from it. All types are immutable.
 */
@NullMarked
package io.qom4j.core.value;

import org.jspecify.annotations.NullMarked;
