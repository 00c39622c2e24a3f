// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.discovery;

import io.qom4j.core.annotation.AnnotatedTypes;
import io.qom4j.core.error.TypeException;

/**
 * An annotated type by name: what a line of an index says.
 *
 * <p>Immutable.
 *
 * @param typeName the type's name
 * @param className the binary name of the annotated class
 * @param source where this is said, for messages
 */
public record IndexedType(String typeName, String className, String source) {
    /**
     * Returns the annotated class, which is not initialised by this.
     *
     * @throws TypeException if there is no such class, or it is not the type that is said
     */
    public Class<?> load(ClassLoader loader) {
        Class<?> loaded;
        try {
            loaded = Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw stale("which is not there");
        }
        String actual = AnnotatedTypes.infoOf(loaded).name();
        if (!actual.equals(typeName)) {
            throw stale("which is annotated as type '" + actual + "'");
        }
        return loaded;
    }

    private TypeException stale(String what) {
        return new TypeException(
                source + ": type '" + typeName + "' is said to be class " + className + ", " + what,
                "Build the module again, so that its index is written anew.");
    }

    /** Returns the line of an index that says this. */
    String line() {
        return typeName + " " + className;
    }
}
