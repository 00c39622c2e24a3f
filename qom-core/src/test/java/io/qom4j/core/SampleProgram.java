// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A small program that a test compiles, and runs beside a qom-core of its own, as a module or on a class path.
 *
 * <p>Its class {@code com.example.entry.Entry} is a supplier of text.
 */
public final class SampleProgram {
    private static final String ENTRY = "com.example.entry.Entry";

    private final Path folder;
    private final List<JavaFileObject> sources = new ArrayList<>();

    /** Makes a program without sources, whose classes will lie in a folder. */
    public SampleProgram(Path folder) {
        this.folder = folder;
    }

    /** Adds a source file. */
    public SampleProgram with(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        sources.add(new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        });
        return this;
    }

    /** Adds the entry, which returns the value of an expression, or the text of the refusal that it ends in. */
    public SampleProgram returning(String expression) {
        return with(ENTRY, """
                package com.example.entry;
                public final class Entry implements java.util.function.Supplier<String> {
                    @Override public String get() {
                        try {
                            return String.valueOf(%s);
                        } catch (io.qom4j.core.error.QomException e) {
                            return e.fullText();
                        }
                    }
                }
                """.formatted(expression));
    }

    /** Compiles the sources on the class path of the tests. */
    public SampleProgram compile() {
        return compile("--class-path", System.getProperty("java.class.path"));
    }

    private SampleProgram compile(String... moreOptions) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        options.addAll(List.of(moreOptions));
        if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
            throw new AssertionError(messages.toString());
        }
        return this;
    }

    /** Compiles the sources as module com.example, runs it in a layer of its own, and returns what the entry returns. */
    public String runAsModule() {
        List<String> entries = libraries().map(Path::toString).toList();
        compile("--module-path", String.join(File.pathSeparator, entries));
        ModuleFinder modules =
                ModuleFinder.of(Stream.concat(Stream.of(folder), libraries()).toArray(Path[]::new));
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(modules, ModuleFinder.of(), Set.of("com.example"));
        return run(ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader())
                .findLoader("com.example"));
    }

    /**
     * Runs the compiled program on a class path of its own, and returns what the entry returns.
     *
     * @param without the beginning of the name of a library that is left out
     */
    public String runOnClassPathWithout(String without) {
        URL[] entries = Stream.concat(Stream.of(folder), libraries())
                .filter(entry -> !entry.getFileName().toString().startsWith(without))
                .map(SampleProgram::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(entries, ClassLoader.getPlatformClassLoader())) {
            return run(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(ClassLoader loader) {
        try {
            Object entry = loader.loadClass(ENTRY).getConstructor().newInstance();
            return (String) ((Supplier<?>) entry).get();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The program has no " + ENTRY, e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns where qom-core's classes are, and those entries of the tests' class path that it requires. */
    private static Stream<Path> libraries() {
        URI core = URI.create(
                Qom.class.getProtectionDomain().getCodeSource().getLocation().toString());
        return Stream.concat(
                Stream.of(Path.of(core)),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .filter(entry -> Stream.of("jackson", "jspecify", "classgraph")
                                .anyMatch(entry.getFileName().toString()::startsWith)));
    }
}
