// SPDX-License-Identifier: Apache-2.0
/**
 * Types by annotated class: the short way to write what a {@link io.qom4j.core.TypeInfo} says at length.
 *
 * <pre>{@code
 * @QomType(name = "watchdog", description = "Bites unless it is fed")
 * public class Watchdog extends QomObject implements UserCreatable {
 *     @QomProperty(description = "Time between feeding and biting", unit = "ms", defaultValue = "1000")
 *     private int timeout;
 *
 *     @InstanceFinalize
 *     void stop() { … }
 * }
 *
 * qom.types().register(AnnotatedTypes.infoOf(Watchdog.class));
 * }</pre>
 *
 * <p>Sugar, never the only way: whatever an annotation says, {@code TypeInfo} and
 * {@link io.qom4j.core.PropertyDeclarations} say too, and the two kinds of types mix freely in one hierarchy.
 *
 * <p>Guaranteed: an annotated property is set and read as fast as an explicit one, without reflection; a class with mistakes
 * is refused with all of them at once, each naming the member and what would be right. Types are found by
 * {@link io.qom4j.core.Qom.Builder#indexedTypes}.
 */
@NullMarked
package io.qom4j.core.annotation;

import org.jspecify.annotations.NullMarked;
