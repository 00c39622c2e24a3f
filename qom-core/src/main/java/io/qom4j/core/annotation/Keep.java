// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on the annotations of this package: what carries them is used, though no code names it.
 *
 * <p>Error Prone knows the word, and then does not warn of a private field that is never read.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
@interface Keep {}
