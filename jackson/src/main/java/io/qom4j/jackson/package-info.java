// SPDX-License-Identifier: Apache-2.0
/**
 * Objects of a runtime as records and beans, and back.
 *
 * <pre>{@code
 * record Backend(String qomType, String id, long size, boolean share) {}
 *
 * QomMapper mapper = QomMapper.create();
 * Backend m0 = mapper.read(qom.resolve("/objects/m0"), Backend.class);
 * mapper.update(qom.resolve("/objects/m0"), Map.of("merge", false));
 * ConfigLoader.of(qom).document(mapper.document(List.of(new Backend("memory-backend-ram", "m1", 4096, true))), "Java").load();
 * }</pre>
 *
 * <p>An object has the form that it has in documents: {@code qom-type}, {@code id}, its properties, and under {@code children} what
 * it owns. Names go from kebab case to camel case and back: {@code mem-path} is {@code memPath}.
 */
@NullMarked
package io.qom4j.jackson;

import org.jspecify.annotations.NullMarked;
