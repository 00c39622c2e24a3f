// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config.diagnostic;

import io.qom4j.core.json.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a configuration document: which kind, where, what is wrong, and what would be right.
 *
 * <p>Immutable.
 *
 * @param code the kind of problem
 * @param position where it is; only the file, or what else names the source, where the place is not known
 * @param pointer the part of the document that is to blame, as a JSON pointer (RFC 6901); empty for the whole
 * @param message what is wrong, with the value; QEMU's text where QEMU has one
 * @param legal what would be legal there, or null if that cannot be said in a phrase
 * @param nearest the legal names nearest to the one given, best first; empty if none is near
 * @param hints further lines that help, most helpful first
 * @param related other places that have to do with it
 * @param excerpt the source line
 */
public record Diagnostic(
        DiagnosticCode code,
        SourcePosition position,
        String pointer,
        String message,
        @Nullable String legal,
        List<String> nearest,
        List<String> hints,
        List<RelatedPlace> related,
        SourceExcerpt excerpt) {
    /** Copies the lists. */
    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        nearest = List.copyOf(nearest);
        hints = List.copyOf(hints);
        related = List.copyOf(related);
    }

    /** Starts a problem. */
    public static Builder of(DiagnosticCode code, String message) {
        return new Builder(code, message);
    }

    /** Returns how bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** Tells whether the document cannot be loaded because of it. */
    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** Returns {@code vm.json:4:18: error QOM-0107: Parameter 'sise' is unexpected}. */
    public String headline() {
        String place = position.file().isEmpty() ? "" : position + ": ";
        return place + severity().word() + " " + code.id() + ": " + message;
    }

    /** Returns the lines that help: what is legal, what may have been meant, further hints. */
    public List<String> help() {
        List<String> lines = new ArrayList<>();
        if (!nearest.isEmpty()) {
            lines.add("did you mean '" + String.join("' or '", nearest) + "'?");
        }
        if (legal != null) {
            lines.add("legal: " + legal);
        }
        lines.addAll(hints);
        return lines;
    }

    /** Returns the headline. */
    @Override
    public String toString() {
        return headline();
    }

    /** A problem being described. Confined to one thread. */
    public static final class Builder {
        private final DiagnosticCode code;
        private final String message;
        private final List<String> hints = new ArrayList<>();
        private final List<RelatedPlace> related = new ArrayList<>();
        private SourcePosition position = new SourcePosition("", 0, 0);
        private SourceExcerpt excerpt = SourceExcerpt.NONE;
        private String pointer = "";
        private @Nullable String legal;
        private List<String> nearest = List.of();

        private Builder(DiagnosticCode code, String message) {
            this.code = code;
            this.message = message;
        }

        /** Returns how bad it is. */
        public Severity severity() {
            return code.severity();
        }

        /** Says where it is. */
        public Builder at(SourcePosition place, String jsonPointer, SourceExcerpt line) {
            position = place;
            pointer = jsonPointer;
            excerpt = line;
            return this;
        }

        /** Says what would be legal. */
        public Builder legal(@Nullable String phrase) {
            legal = phrase;
            return this;
        }

        /** Gives the nearest legal names. */
        public Builder nearest(List<String> names) {
            nearest = names;
            return this;
        }

        /** Adds a line that helps. */
        public Builder hint(String line) {
            hints.add(line);
            return this;
        }

        /** Adds lines that help. */
        public Builder hints(List<String> lines) {
            hints.addAll(lines);
            return this;
        }

        /** Adds another place. */
        public Builder related(SourcePosition place, String what) {
            related.add(new RelatedPlace(place, what));
            return this;
        }

        /** Returns the problem. */
        public Diagnostic build() {
            return new Diagnostic(code, position, pointer, message, legal, nearest, hints, related, excerpt);
        }
    }
}
