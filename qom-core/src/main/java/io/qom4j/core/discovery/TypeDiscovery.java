// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.discovery;

import io.qom4j.core.error.TypeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds annotated types: by the indexes that modules carry, and where asked by searching.
 *
 * <p>Thread-safe: it has no state.
 */
public final class TypeDiscovery {
    private static final String CLASS_GRAPH = "io.github.classgraph.ClassGraph";

    private TypeDiscovery() {}

    /**
     * Returns the classes that the indexes list, in the order of the class path; none if there is no index.
     *
     * @throws TypeException if an index is malformed or stale, or a class has mistakes
     */
    public static List<Class<?>> indexed(ClassLoader loader) {
        return load(TypeIndex.read(loader), loader);
    }

    /**
     * Returns the classes that the indexes list and, if ClassGraph is there, all others that are annotated: those of
     * modules without an index, and of a project that an editor has compiled without writing one.
     *
     * @throws TypeException if there is neither an index nor ClassGraph, an index is malformed or stale, or a class has
     *     mistakes
     */
    public static List<Class<?>> everything(ClassLoader loader) {
        List<IndexedType> found = new ArrayList<>(TypeIndex.read(loader));
        if (isThere(CLASS_GRAPH)) {
            found.addAll(TypeScan.of(loader));
        } else if (found.isEmpty()) {
            throw new TypeException(
                    "No annotated types can be found: there is no " + TypeIndex.LOCATION + " on the class path, and"
                            + " ClassGraph, which would search it, is not there either",
                    "Write the index when you build: run " + TypeIndexer.class.getName() + " on the folder of classes.",
                    "Or add io.github.classgraph:classgraph to the class path of the program; in a module, also start it"
                            + " with --add-modules io.github.classgraph.",
                    "Or register each class: qom.types().register(MyType.class).");
        }
        return load(TypeIndex.withoutDuplicates(found), loader);
    }

    private static List<Class<?>> load(List<IndexedType> types, ClassLoader loader) {
        List<Class<?>> classes = new ArrayList<>(types.size());
        for (IndexedType each : types) {
            classes.add(each.load(loader));
        }
        return classes;
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, TypeDiscovery.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
