// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import io.qom4j.exec.view.MemoryMapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The views of recorded machines, from file to text. */
class RecordedViewsTest {
    @TempDir
    Path scratch;

    @TestFactory
    Stream<DynamicNode> eachRecordedAddressSpaceRendersAsInQemu() {
        return Recordings.machines().stream().map(file -> dynamicContainer(Recordings.nameOf(file), viewsOf(file)));
    }

    @TestFactory
    Stream<DynamicNode> eachAddressSpaceOfOtherBoardsRendersAsInQemu() {
        return Recordings.boards().stream().map(file -> dynamicContainer(Recordings.nameOf(file), viewsOf(file)));
    }

    private static Stream<DynamicNode> viewsOf(Path file) {
        Map<?, ?> expected = (Map<?, ?>) read(file).get("flat_views");
        Map<?, ?> actual = map(run(file));
        return expected.entrySet().stream()
                .map(view -> dynamicTest(
                        String.valueOf(view.getKey()),
                        () -> assertThat(actual.get(view.getKey())).isEqualTo(view.getValue())));
    }

    @Test
    void thereAreAsManyRecordedViewsAsWereRecorded() {
        assertThat(countViews(Recordings.machines())).isEqualTo(157);
        assertThat(countViews(Recordings.boards())).isEqualTo(87);
    }

    private static int countViews(List<Path> files) {
        return files.stream()
                .mapToInt(file -> ((Map<?, ?>) read(file).get("flat_views")).size())
                .sum();
    }

    @Test
    void aContainerMayShowItselfFurtherOn() {
        assertThat(views(
                        region(0, "bus", "0x0", "0x4000", false, List.of(1, 2), null),
                        region(1, "mirror", "0x1000", "0x3000", false, List.of(), "0, \"0x0\""),
                        region(2, "regs", "0x10", "0x10", true, List.of(), null)))
                .isEqualTo(Map.of(
                        "as",
                        view(
                                "bus",
                                List.of(
                                        range("0x10", "0x1f", "regs"),
                                        range("0x1010", "0x101f", "regs"),
                                        range("0x2010", "0x201f", "regs"),
                                        range("0x3010", "0x301f", "regs")))));
    }

    @Test
    void aMirrorMayShowItselfThousandsOfTimes() {
        Map<?, ?> view = (Map<?, ?>) views(
                        region(0, "bus", "0x0", "0x200000", false, List.of(1, 2), null),
                        region(1, "mirror", "0x40", "0x200000", false, List.of(), "0, \"0x0\""),
                        region(2, "regs", "0x10", "0x10", true, List.of(), null))
                .get("as");

        assertThat((List<?>) view.get("ranges"))
                .hasSize(0x200000 / 0x40)
                .last()
                .isEqualTo(range("0x1fffd0", "0x1fffdf", "regs"));
    }

    @Test
    void regionsThatLeadRoundInACircleAreRefused() {
        assertThatThrownBy(() -> views(
                        region(0, "bus", "0x0", "0x4000", false, List.of(1, 2), null),
                        region(1, "mirror", "0x0", "0x4000", false, List.of(), "0, \"0x0\""),
                        region(2, "regs", "0x10", "0x10", true, List.of(), null)))
                .isInstanceOf(MemoryMapException.class)
                .hasMessage("alias 'mirror' shows 'bus' within itself more than 65536 times");
    }

    @Test
    void aRootThatLeadsRoundInACircleIsRefused() {
        assertThatThrownBy(() -> views(
                        region(0, "bus", "0x0", "0x4000", false, List.of(1), null),
                        region(1, "mirror", "0x0", "0x4000", false, List.of(), "0, \"0x0\"")))
                .isInstanceOf(MemoryMapException.class)
                .hasMessage("the root 'bus' has no end: aliases lead from 'bus' back to it");
    }

    @Test
    void aliasesOfEachOtherAreRefused() {
        assertThatThrownBy(() -> views(
                        region(0, "a", "0x0", "0x10", false, List.of(), "1, \"0x0\""),
                        region(1, "b", "0x0", "0x10", false, List.of(), "0, \"0x0\"")))
                .isInstanceOf(ValueException.class)
                .hasMessage("alias 0 ('a') shows itself");
    }

    @Test
    void aFaultInAFileIsNamedWithItsPlace() {
        assertThatThrownBy(() -> views(region(0, "a", "0x0", "0x1ffffffffffffffff", false, List.of(), null)))
                .isInstanceOf(ValueException.class)
                .hasMessageEndingWith("/regions/0/size: a size is at most 2^64, not 0x1ffffffffffffffff");
    }

    @Test
    void aSizeOfOneByteLessThanAllIsKept() {
        assertThat(views(region(0, "io", "0x0", "0xffffffffffffffff", true, List.of(), null)))
                .isEqualTo(Map.of("as", view("io", List.of(range("0x0", "0xfffffffffffffffe", "io")))));
    }

    private Map<?, ?> views(String... regions) {
        Path file = scratch.resolve("machine.json");
        try {
            Files.writeString(
                    file,
                    "{\"address_spaces\": [{\"name\": \"as\", \"root\": 0}], \"regions\": [" + String.join(",", regions)
                            + "]}");
            return map(RecordedViews.run(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String region(
            int id,
            String name,
            String address,
            String size,
            boolean terminates,
            List<Integer> children,
            String alias) {
        return String.format(
                "{\"id\": %d, \"name\": \"%s\", \"kind\": \"i/o\", \"addr\": \"%s\", \"size\": \"%s\", \"priority\": 0, "
                        + "\"enabled\": true, \"terminates\": %s, \"readonly\": false, \"nonvolatile\": false, "
                        + "\"children\": %s, \"container\": null%s}",
                id,
                name,
                address,
                size,
                terminates,
                children,
                alias == null ? "" : ", \"alias\": {\"target\": " + alias.replace(",", ", \"offset\":") + "}");
    }

    private static Map<String, Object> view(String root, List<Map<String, String>> ranges) {
        return Map.of("root", root, "ranges", ranges);
    }

    private static Map<String, String> range(String start, String end, String name) {
        return Map.of("start", start, "end", end, "kind", "i/o", "name", name, "offset", "0x0");
    }

    private static String run(Path file) {
        try {
            return RecordedViews.run(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<?, ?> read(Path file) {
        try {
            return map(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<?, ?> map(String json) {
        return (Map<?, ?>) JsonReader.strict().read(json, "views").toJava(JsonDocument.ROOT);
    }
}
