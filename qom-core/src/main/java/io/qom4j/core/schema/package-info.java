// SPDX-License-Identifier: Apache-2.0
/**
 * JSON Schema for configuration documents, made from the types that a runtime has.
 *
 * <pre>{@code
 * try (Qom qom = Qom.create()) {
 *     Files.writeString(Path.of("qom.schema.json"), ReadableJson.of(ConfigSchema.of(qom.types()).document()));
 * }
 * }</pre>
 *
 * <p>An editor that has the schema completes names, shows what each property is for, and marks most mistakes while one types.
 * Guaranteed: the schema accepts what a {@link io.qom4j.core.config.ConfigLoader} accepts, and refuses what it refuses, but
 * for what takes more than one look at one text: whether a link leads somewhere, whether an id or a member comes twice, whether
 * a file can be read, and the rules of values that are no rules of their parts, such as the days of February.
 */
@NullMarked
package io.qom4j.core.schema;

import org.jspecify.annotations.NullMarked;
