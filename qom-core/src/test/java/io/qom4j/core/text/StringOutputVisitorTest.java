// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.visit.OutputVisitor;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StringOutputVisitorTest {
    private static void prints(Consumer<OutputVisitor> value, String plain, String human) {
        StringOutputVisitor p = StringOutputVisitor.plain();
        value.accept(p);
        assertThat(p.text()).isEqualTo(plain);
        StringOutputVisitor h = StringOutputVisitor.human();
        value.accept(h);
        assertThat(h.text()).isEqualTo(human);
    }

    private static Consumer<OutputVisitor> list(long... values) {
        return v -> {
            v.beginList(null);
            for (long value : values) {
                v.writeInt64(null, value);
            }
            v.endList();
        };
    }

    @Test
    void integersAlsoPrintInHexForPeople() {
        prints(v -> v.writeInt64(null, 42), "42", "42 (0x2a)");
        prints(v -> v.writeInt64(null, -1), "-1", "-1 (0xffffffffffffffff)");
    }

    @Test
    void unsignedIntegersPrintAsSigned() {
        prints(v -> v.writeUint64(null, -1), "-1", "-1 (0xffffffffffffffff)");
    }

    @Test
    void sizesAlsoPrintInUnitsForPeople() {
        prints(v -> v.writeSize(null, 2147483648L), "2147483648", "2147483648 (2 GiB)");
        prints(v -> v.writeSize(null, -1), "18446744073709551615", "18446744073709551615 (16 EiB)");
    }

    @Test
    void listsOfIntegersPrintAsMergedRanges() {
        prints(
                list(0, 1, 9, 10, 16, 15, 14, 3, 4, 5, 6, 11, 12, 13, 21, 22, Long.MAX_VALUE - 1, Long.MAX_VALUE),
                "0-1,3-6,9-16,21-22,9223372036854775806-9223372036854775807",
                "0-1,3-6,9-16,21-22,9223372036854775806-9223372036854775807"
                        + " (0x0-0x1,0x3-0x6,0x9-0x10,0x15-0x16,0x7ffffffffffffffe-0x7fffffffffffffff)");
        prints(list(5, 5, 4, 5), "4-5", "4-5 (0x4-0x5)");
        prints(list(7), "7", "7 (0x7)");
        prints(
                list(Long.MIN_VALUE, Long.MAX_VALUE),
                "-9223372036854775808,9223372036854775807",
                "-9223372036854775808,9223372036854775807 (0x8000000000000000,0x7fffffffffffffff)");
    }

    @Test
    void theEmptyListPrintsAsNothing() {
        prints(list(), "", "");
    }

    @Test
    void booleansPrintAsWords() {
        prints(v -> v.writeBool(null, true), "true", "true");
        prints(v -> v.writeBool(null, false), "false", "false");
    }

    @Test
    void numbersPrintWith17Digits() {
        prints(v -> v.writeNumber(null, Math.PI), "3.1415926535897931", "3.1415926535897931");
    }

    @Test
    void stringsStandInQuotesForPeople() {
        prints(v -> v.writeString(null, "Q E M U"), "Q E M U", "\"Q E M U\"");
        prints(v -> v.writeString(null, null), "", "<null>");
        prints(v -> v.writeEnum(null, "bind"), "bind", "\"bind\"");
        prints(v -> v.writeNull(null), "", "<null>");
    }

    @Test
    void whatHasNoLineIsOmitted() {
        Consumer<OutputVisitor> struct = v -> {
            v.beginStruct(null);
            v.writeInt64("a", 1);
            v.endStruct();
        };
        prints(struct, "<omitted>", "<omitted>");
        Consumer<OutputVisitor> structs = v -> {
            v.beginList(null);
            struct.accept(v);
            v.endList();
        };
        prints(structs, "<omitted>", "<omitted>");
        Consumer<OutputVisitor> lists = v -> {
            v.beginList(null);
            list(1).accept(v);
            v.endList();
        };
        prints(lists, "<omitted>", "<omitted>");
        Consumer<OutputVisitor> strings = v -> {
            v.beginList(null);
            v.writeString(null, "a");
            v.endList();
        };
        prints(strings, "<omitted>", "<omitted>");
    }

    @Test
    void anythingIsPrintedByItsType() {
        prints(v -> v.writeAny(null, 42L), "42", "42 (0x2a)");
        prints(v -> v.writeAny(null, "a"), "a", "\"a\"");
        prints(v -> v.writeAny(null, true), "true", "true");
        prints(v -> v.writeAny(null, null), "", "<null>");
        prints(v -> v.writeAny(null, 0.5), "0.5", "0.5");
        prints(
                v -> v.writeAny(null, BigInteger.ONE.shiftLeft(63)),
                "-9223372036854775808",
                "-9223372036854775808 (0x8000000000000000)");
        prints(v -> v.writeAny(null, List.of(1L)), "<omitted>", "<omitted>");
    }
}
