// SPDX-License-Identifier: Apache-2.0
/**
 * Events: hearing of objects that come and go and of properties that change.
 *
 * <pre>{@code
 * try (Subscription s = qom.events().listen(events -> events.forEach(System.out::println))) {
 *     qom.load(path);
 * }
 * }</pre>
 *
 * <p>Guaranteed: events are delivered after the change and outside every lock, those of one transaction together, in the
 * order in which they happened; a slow or throwing listener delays nobody but itself. Without listeners nothing is recorded.
 */
@NullMarked
package io.qom4j.core.event;

import org.jspecify.annotations.NullMarked;
