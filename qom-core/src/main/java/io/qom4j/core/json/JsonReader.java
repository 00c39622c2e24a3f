// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A reader of JSON texts into {@link JsonDocument}s.
 *
 * <p>There are two grammars. {@link #strict} is standard JSON with finite numbers, well-formed UTF-8 and paired surrogates.
 * {@link #lenient}, for files that people write, adds {@code //} and {@code /*} comments, trailing commas and single quotes.
 * A member name that comes twice in an object is refused unless {@link #keepingDuplicates} is asked for. (The dialect of the
 * QMP wire is neither; see {@link QemuJsonParser}.)
 *
 * <p>Keep a reader and use it again: it remembers member names. Immutable and thread-safe.
 */
public final class JsonReader {
    private final boolean lenient;
    private final boolean keepDuplicates;
    private final JsonLimits limits;
    private final JsonFactory factory;

    private JsonReader(boolean lenient, boolean keepDuplicates, JsonLimits limits) {
        this.lenient = lenient;
        this.keepDuplicates = keepDuplicates;
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, lenient)
                .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, lenient)
                .configure(JsonReadFeature.ALLOW_SINGLE_QUOTES, lenient)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxStringLength())
                        .maxNameLength(limits.maxStringLength())
                        .maxNumberLength(limits.maxNumberLength())
                        .build())
                .build();
    }

    /** Makes a reader of standard JSON with the default limits. */
    public static JsonReader strict() {
        return new JsonReader(false, false, JsonLimits.DEFAULT);
    }

    /** Makes a reader that also takes comments, trailing commas and single quotes, with the default limits. */
    public static JsonReader lenient() {
        return new JsonReader(true, false, JsonLimits.DEFAULT);
    }

    /** Returns a reader like this one with these limits. */
    public JsonReader withLimits(JsonLimits other) {
        return new JsonReader(lenient, keepDuplicates, other);
    }

    /**
     * Returns a reader like this one that keeps members of one name, so that the caller can report all of them;
     * {@link JsonDocument#member} finds the first, {@link JsonDocument#duplicates} the others.
     */
    public JsonReader keepingDuplicates() {
        return new JsonReader(lenient, true, limits);
    }

    /**
     * Reads a text in UTF-8.
     *
     * @param bytes the text; belongs to the document from here on and must not be changed
     * @param file what to call the text in messages
     * @throws JsonException at the first fault of the text
     */
    public JsonDocument read(byte[] bytes, String file) {
        var source = new JsonSource(bytes, Objects.requireNonNull(file, "file"), lenient);
        if (bytes.length > limits.maxLength()) {
            throw source.refusal(0, "the document has more than " + limits.maxLength() + " bytes");
        }
        return reading(source).read();
    }

    JsonTapeReader reading(JsonSource source) {
        return new JsonTapeReader(factory, source, limits, keepDuplicates);
    }

    /**
     * Reads a text.
     *
     * @param file what to call the text in messages
     * @throws JsonException at the first fault of the text
     */
    public JsonDocument read(String text, String file) {
        Surrogates.requirePaired(text, file);
        return read(text.getBytes(StandardCharsets.UTF_8), file);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws JsonException at the first fault of the text
     * @throws IOException if the file cannot be read
     */
    public JsonDocument read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a stream in UTF-8 to its end, or to the limit of length; does not close it.
     *
     * @param file what to call the text in messages
     * @throws JsonException at the first fault of the text
     * @throws IOException if the stream cannot be read
     */
    public JsonDocument read(InputStream in, String file) throws IOException {
        int most = limits.maxLength() == Integer.MAX_VALUE ? Integer.MAX_VALUE : limits.maxLength() + 1;
        return read(in.readNBytes(most), file);
    }
}
