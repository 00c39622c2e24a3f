// SPDX-License-Identifier: Apache-2.0
/**
 * JSON: documents with places, readers for three grammars, visitors and writers.
 *
 * <p>A {@link io.qom4j.core.json.JsonDocument} is what all readers make: one value as a compact tape of numbered nodes, which
 * can tell where each of them stands in the text. {@link io.qom4j.core.json.JsonReader} reads files, strictly or leniently.
 * A property never sees a document; it sees an {@link io.qom4j.core.visit.InputVisitor}, here a
 * {@link io.qom4j.core.json.JsonInputVisitor} that stands on one of the nodes.
 *
 * <pre>{@code
 * JsonDocument doc = JsonReader.lenient().read(Path.of("machine.json"));
 * InputVisitor v = JsonInputVisitor.config(doc, JsonDocument.ROOT, WarningSink.IGNORE);
 * v.beginStruct(null);
 * long size = v.readSize("size");    // 4096, or "4k"
 * v.checkStruct();                   // refuses members that nobody asked for
 * v.endStruct();
 * }</pre>
 *
 * <p>A fault in a text is a {@link io.qom4j.core.json.JsonException} with file, line and column; a value that does not suit
 * is a {@link io.qom4j.core.error.ValueException} with the path of the value in QEMU's words. Documents and readers are
 * immutable and thread-safe, visitors and writers belong to one thread.
 */
@NullMarked
package io.qom4j.core.json;

import org.jspecify.annotations.NullMarked;
