// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PropertyTableTest {
    private static PropertyTable tableOf(List<String> names) {
        List<Property> properties = new ArrayList<>();
        for (String name : names) {
            properties.add(BoolProperty.of(name, object -> true, null).build("type", properties.size()));
        }
        return PropertyTable.EMPTY.with(properties);
    }

    private static void findsEach(List<String> names) {
        PropertyTable table = tableOf(names);
        for (String name : names) {
            assertThat(Objects.requireNonNull(table.find(name)).name()).isEqualTo(name);
            assertThat(Objects.requireNonNull(table.find(new String(name.toCharArray())))
                            .name())
                    .isEqualTo(name);
            String path = "/" + name + "/";
            assertThat(Objects.requireNonNull(table.find(path, 1, 1 + name.length(), name.hashCode()))
                            .name())
                    .isEqualTo(name);
        }
        assertThat(table.find("absent")).isNull();
        assertThat(table.find("")).isNull();
    }

    @Test
    void namesOfOneHashAreToldApart() {
        findsEach(List.of("AaAa", "BBBB", "AaBB", "BBAa"));
    }

    @Test
    void eachNumberOfNamesIsFound() {
        for (int count = 0; count < 100; count++) {
            findsEach(IntStream.range(0, count).mapToObj(i -> "property-" + i).toList());
        }
    }

    @Test
    void nothingIsFoundInAnEmptyTable() {
        assertThat(PropertyTable.EMPTY.find("type")).isNull();
    }
}
