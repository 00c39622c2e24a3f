// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on a static method of a {@link QomType} that runs for the class of every descendant, before the descendant's own.
 *
 * <p>The method takes the {@link io.qom4j.core.ObjectClass}, or an interface's the {@link io.qom4j.core.InterfaceClass}.
 */
@Documented
@Keep
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ClassBaseInit {}
