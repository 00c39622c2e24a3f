// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/**
 * A type that is well known but cannot be had here.
 *
 * <p>Immutable. QEMU: a branch of qapi/qom.json, ObjectOptions, whose type was not registered.
 *
 * @param like the name of a type that takes the same arguments, which are checked before the type is found missing
 * @param reason a sentence: what is missing
 */
record MissingType(String like, String reason) {}
