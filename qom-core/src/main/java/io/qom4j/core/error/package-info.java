// SPDX-License-Identifier: Apache-2.0
/**
 * Every refusal of the object model, one class for each phase.
 *
 * <pre>
 * QomException               text, QMP error class, hints
 * ├─ TypeException           registering types, making classes
 * ├─ ValueException          a value of the wrong type, range or word
 * │  └─ JsonException        a JSON text, with file, line and column (package json)
 * ├─ PropertyException       unknown, not readable, not writable, not settable now
 * ├─ PathException           not found, ambiguous
 * ├─ ObjectException         creating, completing, adding, deleting
 * ├─ ConfigException         a configuration document (package config)
 * └─ HostException           a system call failed (module exec)
 * </pre>
 *
 * <p>All are unchecked: a caller that can do something about a refusal catches the phase it cares for, everybody else lets
 * it pass. What a message promises: it says what was wrong, with the value, and its hints say what would be right. Wrong use
 * of the Java API is not a refusal but an {@link java.lang.IllegalArgumentException} or
 * {@link java.lang.IllegalStateException}.
 */
@NullMarked
package io.qom4j.core.error;

import org.jspecify.annotations.NullMarked;
