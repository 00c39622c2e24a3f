// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.exec.mtree.RecordedViews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The flat view of each address space of each recorded machine. */
class RecordedMachinesTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> regionsShowAsTheyDoInQemu() throws IOException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (CaseFile machine : CaseFile.all("mtree")) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>(machine.content());
            Map<String, @Nullable Object> views = Json.object(tree.remove("flat_views"));
            Path file = Files.writeString(folder.resolve(machine.name()), Json.write(tree));
            Map<String, @Nullable Object> rendered = Json.object(Json.read(RecordedViews.run(file), machine.name()));
            views.forEach((space, view) -> tests.add(DynamicTest.dynamicTest(
                    machine.name() + ": " + space,
                    () -> assertThat(rendered.get(space)).isEqualTo(view))));
        }
        return tests.build();
    }
}
