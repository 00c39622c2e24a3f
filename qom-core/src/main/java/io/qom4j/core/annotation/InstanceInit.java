// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on a method of a {@link QomType} that runs on each new object after its defaults are set, ancestors' first.
 *
 * <p>The method takes nothing and returns nothing; unlike the constructor it knows the object's class and runtime.
 */
@Documented
@Keep
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface InstanceInit {}
