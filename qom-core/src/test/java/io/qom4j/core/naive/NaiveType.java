// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as plain data.
 *
 * @param name its name
 * @param parent its parent
 * @param interfaces what it lists itself
 * @param declares the names of the properties that it declares
 * @param data what its class_init puts under the one key, or null
 * @param isAbstract whether it has no objects
 * @param isInterface whether it is an interface
 */
record NaiveType(
        String name,
        String parent,
        List<String> interfaces,
        List<String> declares,
        @Nullable Integer data,
        boolean isAbstract,
        boolean isInterface) {}
