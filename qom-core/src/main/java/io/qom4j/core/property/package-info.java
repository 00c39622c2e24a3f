// SPDX-License-Identifier: Apache-2.0
/**
 * Properties: the named, typed values through which everything outside Java sees an object.
 *
 * <p>A type declares its properties once, on its class:
 *
 * <pre>{@code
 * oc.addBool("pmem", HostMemoryBackendFile::isPmem, HostMemoryBackendFile::setPmem)
 *         .description("Persistent memory")
 *         .defaultValue(false)
 *         .settable(Settable.until("allocated", …));
 * }</pre>
 *
 * <p>From that declaration come setting by name ({@code object.setBool("pmem", true)}), the handle
 * ({@link io.qom4j.core.property.BoolProperty}), visitors, help and introspection.
 *
 * <p>Guaranteed: a refused set changes nothing; a handle's typed accessors do not allocate; each object knows for each
 * property who set it ({@link io.qom4j.core.property.Origin}).
 */
@NullMarked
package io.qom4j.core.property;

import org.jspecify.annotations.NullMarked;
