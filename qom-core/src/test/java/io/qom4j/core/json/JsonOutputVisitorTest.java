// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonOutputVisitorTest {
    private final JsonOutputVisitor out = new JsonOutputVisitor();

    @Test
    void scalarsAreKeptAsJavaValues() {
        out.beginList(null);
        out.writeBool(null, true);
        out.writeInt64(null, -1);
        out.writeUint64(null, 1);
        out.writeUint64(null, -1);
        out.writeSize(null, Long.MIN_VALUE);
        out.writeNumber(null, 0.5);
        out.writeString(null, "s");
        out.writeString(null, null);
        out.writeEnum(null, "bind");
        out.writeNull(null);
        out.writeAny(null, List.of(1L));
        out.endList();
        assertThat(out.value())
                .isEqualTo(Arrays.asList(
                        true,
                        -1L,
                        1L,
                        new BigInteger("18446744073709551615"),
                        BigInteger.ONE.shiftLeft(63),
                        0.5,
                        "s",
                        "",
                        "bind",
                        null,
                        List.of(1L)));
    }

    @Test
    void structsAreMapsInTheOrderOfWriting() {
        out.beginStruct(null);
        out.writeInt64("b", 1);
        out.beginStruct("a");
        out.beginList("l");
        out.endList();
        out.endStruct();
        out.endStruct();
        assertThat(out.value()).isEqualTo(Map.of("b", 1L, "a", Map.of("l", List.of())));
        assertThat(out.document()).hasToString("{\"b\":1,\"a\":{\"l\":[]}}");
    }

    @Test
    void aLoneScalarIsAValue() {
        out.writeString(null, "x");
        assertThat(out.value()).isEqualTo("x");
        assertThatThrownBy(() -> out.writeNull(null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnfinishedValueIsNotHandedOut() {
        assertThatThrownBy(out::value).isInstanceOf(IllegalStateException.class).hasMessage("nothing was written");
        out.beginStruct(null);
        assertThatThrownBy(out::value).isInstanceOf(IllegalStateException.class).hasMessage("a struct or list is open");
        assertThatThrownBy(out::endList).isInstanceOf(IllegalStateException.class);
    }
}
