// SPDX-License-Identifier: Apache-2.0
/**
 * What a runtime tells Java Flight Recorder: types registered, classes and objects made, properties set, objects ended.
 *
 * <p>The counterpart of QEMU's trace events. {@code docs/tracing.md} shows how to record and read them. Their names begin with
 * {@code io.qom4j.}; none takes a stack trace unless the recording asks for it.
 *
 * <p>Guaranteed: while nobody has begun to record, no event's class is loaded, and an event is one test ({@link Tracing}); no
 * event carries the value of a property, which may be a secret. Thread-safe.
 */
@NullMarked
package io.qom4j.core.trace;

import org.jspecify.annotations.NullMarked;
