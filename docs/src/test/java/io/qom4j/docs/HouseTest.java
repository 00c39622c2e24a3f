// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The rules of the house that can be read off the text of Java files (CONTRIBUTING.md says why they are rules). */
class HouseTest {

    private static final Set<String> NAMES_THAT_SAY_NOTHING = Set.of("util", "utils", "impl", "helpers", "model");
    private static final int MOST_LINES = 500;
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "public\\s+(?:(?:abstract|final|sealed|non-sealed|strictfp)\\s+)*(?:class|interface|record|enum|@interface)\\s.*");

    /** A public type other than an annotation, with its Javadoc. */
    private static final Pattern PUBLIC = Pattern.compile(
            "(?ms)^(/\\*\\*.*?\\*/)\\s*(?:@[A-Z]\\w*(?:\\([^)]*\\))?\\s*)*public\\s+(?:(?:abstract|final|sealed|non-sealed)"
                    + "\\s+)*(?:class|interface|record|enum)\\s");

    private static final Pattern THREADS = Pattern.compile("(?i)thread|immutable|confined|concurrent|writer lock");

    /** A source of what users get: not of tests, benchmarks, and the tools of either. */
    private static final Pattern SOURCE =
            Pattern.compile("(?:qom-core|jackson|exec|backends|machine|monitor|cli)/src/main/java/.*");

    private static final Pattern PROMISE = Pattern.compile(".*(?://|\\*).*\\b(?:T[O]DO|FIX[M]E)\\b.*");

    @Test
    void packagesAreNamedByConcept() {
        assertThat(filesWhere(file -> StreamSupport.stream(file.spliterator(), false)
                        .anyMatch(folder -> NAMES_THAT_SAY_NOTHING.contains(folder.toString()))))
                .isEmpty();
    }

    @Test
    void noFileIsLongerThanAConcept() {
        assertThat(filesWhere(file -> linesOf(file).size() > MOST_LINES)).isEmpty();
    }

    @Test
    void noFileHasTwoPublicTypes() {
        assertThat(filesWhere(file -> linesOf(file).stream()
                                .filter(PUBLIC_TYPE.asMatchPredicate())
                                .count()
                        > 1))
                .isEmpty();
    }

    @Test
    void eachFileNamesTheLicenceInItsFirstLine() {
        assertThat(filesWhere(file -> !linesOf(file).getFirst().equals(LICENCE)))
                .isEmpty();
    }

    @Test
    void publicTypesSayWhatThreadsMayDo() {
        assertThat(filesWhere(file -> SOURCE.matcher(file.toString()).matches()
                        && !file.endsWith("package-info.java")
                        && PUBLIC.matcher(textOf(file))
                                .results()
                                .anyMatch(
                                        type -> !THREADS.matcher(type.group(1)).find())))
                .isEmpty();
    }

    @Test
    void noFilePromisesWorkInAComment() {
        assertThat(filesWhere(file -> linesOf(file).stream().anyMatch(PROMISE.asMatchPredicate())))
                .isEmpty();
    }

    private static List<Path> filesWhere(Predicate<Path> fault) {
        Path root = Checkout.root();
        return Checkout.files(root, ".java").stream()
                .map(root::relativize)
                .filter(fault)
                .toList();
    }

    private static String textOf(Path file) {
        return String.join("\n", linesOf(file));
    }

    private static List<String> linesOf(Path file) {
        return Checkout.lines(Checkout.root().resolve(file));
    }
}
