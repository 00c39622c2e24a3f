// SPDX-License-Identifier: Apache-2.0
/**
 * Help: what a type and its properties say about themselves.
 *
 * <pre>{@code
 * TypeHelp.of(qom.types().get("memory-backend-file")).lines().forEach(System.out::println);
 * }</pre>
 *
 * <p>{@link io.qom4j.core.help.TypeHelp} is for people: what is legal, unit, default, when an option can be set, which
 * ancestor it comes from. {@link io.qom4j.core.help.QemuHelp} prints what QEMU prints for {@code -object T,help}. Both are
 * made from the declarations alone: no object is made to answer.
 */
@NullMarked
package io.qom4j.core.help;

import org.jspecify.annotations.NullMarked;
