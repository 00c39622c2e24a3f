// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.command;

import io.qom4j.core.Qom;
import io.qom4j.core.value.StructType;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Arguments that depend on one of a command's parameters: for each of its words a struct of further members.
 *
 * <p>Immutable.
 *
 * @param tag the parameter that decides
 * @param cases returns the words and what belongs to each, in a runtime
 */
public record Variants(Parameter<String> tag, Function<Qom, SortedMap<String, StructType>> cases) {}
