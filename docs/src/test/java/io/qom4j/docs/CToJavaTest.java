// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what QEMU's functions are called here names nothing that is not there. */
class CToJavaTest {

    private static final List<String> PACKAGES = List.of(
            "io.qom4j.core.",
            "io.qom4j.core.property.",
            "io.qom4j.exec.ram.",
            "io.qom4j.exec.region.",
            "io.qom4j.exec.view.",
            "io.qom4j.exec.space.",
            "io.qom4j.exec.mtree.",
            "io.qom4j.backends.");

    private static final Pattern NAME =
            Pattern.compile("`([A-Z][A-Za-z]*(?:\\.[A-Z][A-Za-z]*)?)(?:\\.([a-z][A-Za-z]*))?`");

    private static Class<?> find(String name) {
        return PACKAGES.stream()
                .map(each -> each + name.replace('.', '$'))
                .flatMap(each -> Stream.ofNullable(Class.forName(CToJavaTest.class.getModule(), each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class " + name));
    }

    private static Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(Method::getName);
    }

    @Test
    void everyJavaNameOnThePageExists() {
        List<String> rows = Checkout.lines(Checkout.root().resolve("docs/c-to-java.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(60);
        for (String row : rows) {
            Matcher names = NAME.matcher(row.split("\\|", -1)[2]);
            assertThat(names.find()).as(row).isTrue();
            do {
                Class<?> type = find(names.group(1));
                if (names.group(2) != null) {
                    assertThat(methods(type)).as(row).contains(names.group(2));
                }
            } while (names.find());
        }
    }
}
