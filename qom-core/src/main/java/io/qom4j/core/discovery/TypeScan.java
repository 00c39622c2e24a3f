// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.discovery;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import io.qom4j.core.annotation.QomType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The search for annotated classes, by ClassGraph: without loading any, but much slower than reading an index.
 *
 * <p>Thread-safe: it has no state. Only code that has seen that ClassGraph is there may touch this class.
 */
final class TypeScan {
    private TypeScan() {}

    /** Returns the annotated types that a class loader sees, sorted by class. */
    static List<IndexedType> of(ClassLoader loader) {
        ClassGraph graph = new ClassGraph();
        // Told of a loader, ClassGraph searches no modules; the system's own it searches anyway, with its modules.
        return types(loader == ClassLoader.getSystemClassLoader() ? graph : graph.overrideClassLoaders(loader));
    }

    private static List<IndexedType> types(ClassGraph graph) {
        List<IndexedType> found = new ArrayList<>();
        try (ScanResult result =
                graph.enableAnnotationInfo().ignoreClassVisibility().scan()) {
            for (ClassInfo each : result.getClassesWithAnnotation(QomType.class.getName())) {
                Object name = each.getAnnotationInfo(QomType.class.getName())
                        .getParameterValues()
                        .getValue("name");
                found.add(new IndexedType(
                        String.valueOf(name), each.getName(), String.valueOf(each.getClasspathElementURI())));
            }
        }
        found.sort(Comparator.comparing(IndexedType::className));
        return found;
    }
}
