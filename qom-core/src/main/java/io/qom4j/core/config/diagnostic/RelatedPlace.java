// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.diagnostic;

import io.qom4j.core.json.SourcePosition;

/**
 * Another place that has to do with a problem: where an id was given first, a hop of a circle.
 *
 * <p>Immutable.
 *
 * @param position where
 * @param message what is there
 */
public record RelatedPlace(SourcePosition position, String message) {}
