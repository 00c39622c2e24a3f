// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.discovery;

import io.qom4j.core.annotation.QomType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The search for annotated classes in one folder, which reads the class files and loads none of them.
 *
 * <p>Thread-safe: it has no state.
 */
final class FolderScan {
    private static final ClassDesc QOM_TYPE = ClassDesc.of(QomType.class.getName());

    private FolderScan() {}

    /** Returns the annotated types in a folder of classes, sorted by class. */
    static List<IndexedType> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> typeIn(file, folder).stream())
                    .sorted(Comparator.comparing(IndexedType::className))
                    .toList();
        }
    }

    private static Optional<IndexedType> typeIn(Path file, Path folder) {
        ClassModel model;
        try {
            model = ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .filter(annotation -> annotation.classSymbol().equals(QOM_TYPE))
                .findFirst()
                .map(annotation -> new IndexedType(
                        nameIn(annotation),
                        model.thisClass().asInternalName().replace('/', '.'),
                        folder.toUri().toString()));
    }

    private static String nameIn(Annotation annotation) {
        for (AnnotationElement element : annotation.elements()) {
            if (element.name().equalsString("name") && element.value() instanceof AnnotationValue.OfString name) {
                return name.stringValue();
            }
        }
        return "";
    }
}
