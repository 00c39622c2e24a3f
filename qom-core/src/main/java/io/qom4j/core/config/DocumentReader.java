// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.config.diagnostic.DiagnosticCode;
import io.qom4j.core.config.diagnostic.SourceExcerpt;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonException;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.json.JsonLimits;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.json.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first stage of loading: reads files with what they include, each file once.
 *
 * <p>An included file comes before the one that includes it, which may override it. Confined to one thread.
 */
final class DocumentReader {
    private static final int MOST_FILES = 1000;
    /** Reading what is included takes Java stack, of which this much is always there. */
    private static final int DEEPEST = 100;

    /** Where a file is included. */
    private record Inclusion(Source source, int node) {}

    private final Problems problems;
    private final JsonReader reader;
    private final List<Source> sources = new ArrayList<>();
    private final Map<Path, @Nullable Inclusion> open = new LinkedHashMap<>();
    private final Set<Path> done = new HashSet<>();
    private final JsonLimits limits;
    private final @Nullable LoadProgress progress;
    private long bytesLeft;
    private int numbers;

    DocumentReader(Problems problems, JsonLimits limits, @Nullable LoadProgress progress) {
        this.problems = problems;
        this.progress = progress;
        this.limits = limits;
        this.bytesLeft = limits.maxLength();
        this.reader = JsonReader.lenient().withLimits(limits).keepingDuplicates();
    }

    /** Returns the documents that could be read, earlier ones first. */
    List<Source> sources() {
        return sources;
    }

    /** Reads a file and what it includes. */
    void file(Path path) {
        file(path, null);
    }

    private void file(Path path, @Nullable Inclusion inclusion) {
        Path real = realPath(path);
        if (open.containsKey(real)) {
            if (inclusion != null) {
                loop(real, inclusion);
            }
            return;
        }
        if (done.contains(real)) {
            return;
        }
        if (done.size() + open.size() >= MOST_FILES) {
            report(inclusion, path, DiagnosticCode.TOO_MANY_FILES, "more than " + MOST_FILES + " files");
            return;
        }
        if (open.size() >= DEEPEST) {
            report(
                    inclusion,
                    path,
                    DiagnosticCode.TOO_MANY_FILES,
                    "files include each other more than " + DEEPEST + " deep");
            return;
        }
        try {
            byte[] bytes = bytes(path, inclusion != null);
            open.put(real, inclusion);
            if (bytes.length <= bytesLeft) {
                text(bytes, path.toString(), path.getParent());
            } else {
                report(inclusion, path, DiagnosticCode.TOO_MUCH_TEXT, tooMuch(path));
            }
        } catch (IOException e) {
            report(inclusion, path, DiagnosticCode.UNREADABLE_FILE, "cannot read '" + path + "': " + reason(e));
        } finally {
            open.remove(real);
            done.add(real);
        }
    }

    /** Reads a file as far as there may be text left; one that is included must be a file that ends. */
    private byte[] bytes(Path path, boolean isIncluded) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory");
        }
        if (isIncluded && Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is no regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, bytesLeft + 1));
        }
    }

    private String tooMuch(Path path) {
        return "with '" + path + "' the texts are larger than " + limits.maxLength() + " bytes";
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // It cannot be read either, and reading it says so.
            return path.toAbsolutePath().normalize();
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        };
    }

    /**
     * Reads a text and what it includes.
     *
     * @param folder what included files are relative to, or null for the working directory
     */
    void text(byte[] bytes, String name, @Nullable Path folder) {
        int number = numbers++;
        bytesLeft -= Math.min(bytesLeft, bytes.length);
        JsonDocument document;
        try {
            document = reader.read(bytes, name);
        } catch (JsonException e) {
            SourcePosition place = e.position();
            problems.add(
                    number,
                    Diagnostic.of(DiagnosticCode.MALFORMED_JSON, e.problem())
                            .at(place, "", SourceExcerpt.of(e.sourceLine(), place.column()))
                            .build());
            return;
        }
        document(new Source(number, document, name, null), folder);
    }

    /** Takes a document that was read or built elsewhere. */
    void document(JsonDocument document, String name) {
        document(new Source(numbers++, document, name, null), null);
    }

    /** Takes the description of one object; returns its source. */
    Source object(ObjectSource object) {
        Source source = new Source(numbers++, object.document(), object.describe(), object.reading());
        sources.add(source);
        return source;
    }

    private void document(Source source, @Nullable Path folder) {
        if (progress != null) {
            progress.before(LoadStage.PARSE, source.name());
        }
        JsonDocument document = source.document();
        for (int twice : document.duplicates()) {
            if (problems.isFull()) {
                break;
            }
            duplicate(source, twice);
        }
        int include = document.kind(JsonDocument.ROOT) == JsonKind.OBJECT && !DocumentCheck.isSingleObject(document)
                ? document.member(JsonDocument.ROOT, DocumentCheck.INCLUDE)
                : -1;
        if (include >= 0) {
            include(source, include, folder);
        }
        sources.add(source);
    }

    private void include(Source source, int node, @Nullable Path folder) {
        JsonDocument document = source.document();
        if (document.kind(node) == JsonKind.ARRAY) {
            for (int each = document.firstChild(node); each < document.end(node); each = document.end(each)) {
                includeOne(source, each, folder);
            }
        } else {
            includeOne(source, node, folder);
        }
    }

    private void includeOne(Source source, int node, @Nullable Path folder) {
        if (source.document().kind(node) != JsonKind.STRING) {
            problems.at(
                    source,
                    node,
                    Shapes.expected(DocumentCheck.INCLUDE, "string", "a file name, or an array of file names"));
            return;
        }
        String name = source.document().string(node);
        try {
            Path path = folder == null ? Path.of(name) : folder.resolve(name);
            file(path.normalize(), new Inclusion(source, node));
        } catch (InvalidPathException e) {
            problems.at(
                    source,
                    node,
                    Diagnostic.of(DiagnosticCode.UNREADABLE_FILE, "no file can have this name: " + e.getReason()));
        }
    }

    private void loop(Path real, Inclusion inclusion) {
        Diagnostic.Builder problem = Diagnostic.of(
                DiagnosticCode.INCLUDE_LOOP,
                "'" + inclusion.source().document().string(inclusion.node()) + "' is being read: it includes itself");
        boolean inLoop = false;
        for (Map.Entry<Path, @Nullable Inclusion> each : open.entrySet()) {
            Inclusion hop = each.getValue();
            if (inLoop && hop != null) {
                problem.related(
                        hop.source().position(hop.node()),
                        "includes '" + each.getKey().getFileName() + "'");
            }
            inLoop |= each.getKey().equals(real);
        }
        problems.at(inclusion.source(), inclusion.node(), problem);
    }

    private void report(@Nullable Inclusion inclusion, Path path, DiagnosticCode code, String message) {
        Diagnostic.Builder problem = Diagnostic.of(code, message);
        if (inclusion != null) {
            problems.at(inclusion.source(), inclusion.node(), problem);
        } else {
            SourcePosition place = new SourcePosition(path.toString(), 0, 0);
            problems.add(numbers++, problem.at(place, "", SourceExcerpt.NONE).build());
        }
    }

    private void duplicate(Source source, int node) {
        JsonDocument document = source.document();
        String name = Objects.requireNonNull(document.name(node));
        String pointer = document.pointer(node);
        int parent = document.find(pointer.substring(0, pointer.lastIndexOf('/')));
        problems.atName(
                source,
                node,
                Diagnostic.of(DiagnosticCode.DUPLICATE_MEMBER, "the member \"" + name + "\" comes twice in this object")
                        .hint("remove one of them")
                        .related(source.namePosition(document.member(parent, name)), "it is first here"));
    }
}
