// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on a method of a {@link QomType} that runs on each new object after all {@link InstanceInit} methods, ancestors' first.
 *
 * <p>The method takes nothing and returns nothing.
 */
@Documented
@Keep
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface InstancePostInit {}
