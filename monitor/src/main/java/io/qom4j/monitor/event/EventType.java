// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.event;

import io.qom4j.core.value.StructType;

/**
 * A kind of event that clients may hear of.
 *
 * <p>Immutable.
 *
 * @param name the event's name
 * @param data what belongs to it; without members if nothing does
 */
public record EventType(String name, StructType data) {}
