// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * What the launcher runs once after a build, before {@link Training}: class files of Java 5, such as picocli's, cannot be in the
 * JVM's cache, which would make each start slower by a third. They are rewritten as they are, with the frames that later
 * versions have.
 */
final class OldClasses {
    private static final int MAJOR_VERSION = 7;
    private static final int FIRST_IN_CACHES = ClassFile.JAVA_6_VERSION;

    private OldClasses() {}

    /** Rewrites the jars of a folder that hold such classes. */
    public static void main(String[] folder) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(folder[0]), "*.jar")) {
            for (Path jar : jars) {
                rewrite(jar);
            }
        }
    }

    private static void rewrite(Path jar) throws IOException {
        Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
        boolean hasOld = false;
        try (JarFile in = new JarFile(jar.toFile());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()});
                OutputStream file = Files.newOutputStream(fresh);
                JarOutputStream out = new JarOutputStream(file)) {
            ClassFile reader = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ConstantPoolSharingOption.NEW_POOL,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
            for (JarEntry each : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(each).readAllBytes();
                boolean isOld = each.getName().endsWith(".class") && bytes[MAJOR_VERSION] < FIRST_IN_CACHES;
                hasOld |= isOld;
                out.putNextEntry(new JarEntry(each.getName()));
                out.write(isOld ? modern(reader, bytes) : bytes);
                out.closeEntry();
            }
        }
        if (hasOld) {
            Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(fresh);
        }
    }

    private static byte[] modern(ClassFile reader, byte[] old) {
        return reader.transformClass(
                reader.parse(old),
                ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                        .andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    }
}
