// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.SampleProgram;
import io.qom4j.core.error.TypeException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeDiscoveryTest {
    @TempDir
    Path folder;

    @TempDir
    Path another;

    private static String part(String typeName, String modifiers, String className, String parent) {
        return """
                package com.example;
                import io.qom4j.core.QomObject;
                import io.qom4j.core.annotation.*;
                @QomType(name = "%s") %s class %s extends %s {}
                """.formatted(typeName, modifiers, className, parent);
    }

    private SampleProgram twoTypes() {
        return new SampleProgram(folder)
                .with("com.example.Wheel", part("wheel", "final", "Wheel", "Part"))
                .with("com.example.Part", part("part", "public abstract", "Part", "QomObject"))
                .with("com.example.Round", """
                        package com.example;
                        @io.qom4j.core.annotation.QomType(name = "round") interface Round {}
                        """);
    }

    /** Returns the expression that lists all types of a new runtime. */
    private static String listing(String runtime) {
        return "io.qom4j.core.Qom." + runtime + ".types().list(null, true).stream().map(Object::toString).toList()";
    }

    private static ClassLoader loaderOf(Path... folders) throws MalformedURLException {
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < folders.length; i++) {
            urls[i] = folders[i].toUri().toURL();
        }
        return new URLClassLoader(urls, TypeDiscoveryTest.class.getClassLoader());
    }

    private static void writeIndex(Path folder, String... lines) throws IOException {
        Path file = folder.resolve(TypeIndex.LOCATION);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    @Test
    void indexListsEachTypeWithItsClassSortedByType() throws IOException {
        twoTypes().compile();
        assertThat(TypeIndexer.index(folder, loaderOf(folder))).isEmpty();
        assertThat(folder.resolve(TypeIndex.LOCATION)).hasContent("""
                # annotated types and their classes, written by the build
                part com.example.Part
                round com.example.Round
                wheel com.example.Wheel
                """);
    }

    @Test
    void indexAndScanAgree() throws IOException {
        twoTypes().compile();
        TypeIndexer.index(folder, loaderOf(folder));
        assertThat(TypeIndex.read(loaderOf(folder)))
                .extracting(IndexedType::line)
                .containsExactlyInAnyOrderElementsOf(TypeScan.of(loaderOf(folder)).stream()
                        .filter(each -> each.className().startsWith("com.example."))
                        .map(IndexedType::line)
                        .toList());
    }

    @Test
    void folderWithoutTypesHasNoIndex() throws IOException {
        writeIndex(folder, "part com.example.Gone");
        assertThat(TypeIndexer.index(folder, loaderOf(folder))).isEmpty();
        assertThat(folder.resolve(TypeIndex.LOCATION)).doesNotExist();
    }

    @Test
    void mistakesOfAllClassesAreNamedWhenTheIndexIsWritten() throws IOException {
        new SampleProgram(folder)
                .with(
                        "com.example.A",
                        "package com.example; @io.qom4j.core.annotation.QomType(name=\"a-type\") class A {}")
                .with("com.example.B", part("b-type", "", "B", "QomObject { B(int i) {} } class C extends QomObject"))
                .compile();
        assertThat(TypeIndexer.index(folder, loaderOf(folder)))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).startsWith("com.example.A is no sound type: "))
                .anySatisfy(text -> assertThat(text).startsWith("com.example.B is no sound type: "));
        assertThat(folder.resolve(TypeIndex.LOCATION)).doesNotExist();
    }

    @Test
    void newRuntimeHasTheIndexedTypes() throws IOException {
        SampleProgram program = twoTypes().returning(listing("create()")).compile();
        TypeIndexer.index(folder, loaderOf(folder));
        assertThat(program.runOnClassPathWithout("classgraph"))
                .isEqualTo("[container, interface, object, part, round, user-creatable, wheel]");
    }

    @Test
    void newRuntimeDoesNotSearch() {
        assertThat(twoTypes().returning(listing("create()")).compile().runOnClassPathWithout("none"))
                .isEqualTo("[container, interface, object, user-creatable]");
    }

    @Test
    void withoutAnIndexClassesAreSearched() {
        assertThat(twoTypes()
                        .returning(listing("builder().discoverTypes().build()"))
                        .compile()
                        .runOnClassPathWithout("none"))
                .isEqualTo("[container, interface, object, part, round, user-creatable, wheel]");
    }

    @Test
    void searchFindsWhatTheIndexDoesNotList() throws IOException {
        writeIndex(folder, "part com.example.Part");
        assertThat(twoTypes()
                        .returning(listing("builder().discoverTypes().build()"))
                        .compile()
                        .runOnClassPathWithout("none"))
                .isEqualTo("[container, interface, object, part, round, user-creatable, wheel]");
    }

    @Test
    void withoutIndexAndWithoutClassGraphTheTextSaysWhatToDo() {
        assertThat(twoTypes()
                        .returning(listing("builder().discoverTypes().build()"))
                        .compile()
                        .runOnClassPathWithout("classgraph"))
                .startsWith(
                        "No annotated types can be found: there is no META-INF/qom/types.index on the class path, and"
                                + " ClassGraph, which would search it, is not there either")
                .contains(
                        "io.qom4j.core.discovery.TypeIndexer",
                        "io.github.classgraph:classgraph",
                        "register(MyType.class)");
    }

    @Test
    void indexedTypesOfAModuleAreFound() throws IOException {
        writeIndex(folder, "part com.example.Part", "wheel com.example.Wheel");
        assertThat(twoTypes()
                        .with("module-info", """
                                module com.example {
                                    requires io.qom4j.core;
                                    exports com.example.entry;
                                    opens com.example to io.qom4j.core;
                                }
                                """)
                        .returning("io.qom4j.core.Qom.builder().indexedTypes(Entry.class.getClassLoader()).build()"
                                + ".types().contains(\"wheel\")")
                        .runAsModule())
                .isEqualTo("true");
    }

    @Test
    void typesComeInTheOrderOfTheClassPathAndThenOfTheLines() throws IOException {
        writeIndex(folder, "z-type com.example.Z", "# nothing", "", "a-type com.example.A");
        writeIndex(another, "b-type com.example.B", "z-type com.example.Z");
        assertThat(TypeIndex.read(loaderOf(folder, another)))
                .extracting(IndexedType::line)
                .containsExactly("z-type com.example.Z", "a-type com.example.A", "b-type com.example.B");
    }

    @Test
    void twoClassesForOneTypeAreRefused() throws IOException {
        writeIndex(folder, "part com.example.Part");
        writeIndex(another, "part com.example.Wheel");
        assertThatThrownBy(() -> TypeIndex.read(loaderOf(folder, another)))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Type 'part' stands for two classes: com.example.Part (")
                .hasMessageContaining("types.index:1) and com.example.Wheel (");
    }

    @Test
    void lineThatIsNoEntryIsRefusedWithItsPlace() throws IOException {
        writeIndex(folder, "# heading", "part");
        assertThatThrownBy(() -> TypeIndex.read(loaderOf(folder)))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("types.index:2: 'part' is no line of an index");
    }

    @Test
    void indexThatNamesAClassWhichIsGoneIsStale() throws IOException {
        writeIndex(folder, "part com.example.Gone");
        assertThatThrownBy(() -> TypeDiscovery.indexed(loaderOf(folder)))
                .isInstanceOfSatisfying(
                        TypeException.class,
                        e -> assertThat(e.fullText())
                                .contains(
                                        "types.index:1: type 'part' is said to be class com.example.Gone, which is not there")
                                .endsWith("Build the module again, so that its index is written anew."));
    }

    @Test
    void indexThatGivesAnotherNameIsStale() throws IOException {
        twoTypes().compile();
        writeIndex(folder, "axle com.example.Wheel");
        assertThatThrownBy(() -> TypeDiscovery.indexed(loaderOf(folder)))
                .hasMessageContaining("com.example.Wheel, which is annotated as type 'wheel'");
    }
}
