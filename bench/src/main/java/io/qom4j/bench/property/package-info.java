// SPDX-License-Identifier: Apache-2.0

/**
 * What setting and reading a property costs, by name and by handle, beside other ways to do so in Java.
 *
 * <p>Four kinds of devices have eight booleans and eight integers each. They exist as objects of the model and, for the peers,
 * as beans. The calls of a benchmark go to objects of all four kinds in turn and name properties at random, so that nothing can
 * be guessed by the compiler or the processor: what one name costs in a program that has many.
 */
@NullMarked
package io.qom4j.bench.property;

import org.jspecify.annotations.NullMarked;
