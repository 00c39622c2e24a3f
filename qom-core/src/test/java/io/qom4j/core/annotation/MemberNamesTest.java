// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNamesTest {
    @ParameterizedTest
    @CsvSource({
        "readOnly, read-only",
        "isReadOnly, read-only",
        "getReadOnly, read-only",
        "isolated, isolated",
        "gettable, gettable",
        "is, is",
        "memPath, mem-path",
        "pmemURL, pmem-url",
        "pmemURLBase, pmem-url-base",
        "uint8Value, uint8-value",
        "x_useCanonical, x-use-canonical",
        "SIZE, size",
        "getURL, url"
    })
    void booleanMemberNamesBecomeKebabCase(String member, String property) {
        assertThat(MemberNames.kebab(MemberNames.stem(member, boolean.class))).isEqualTo(property);
    }

    @ParameterizedTest
    @CsvSource({"isSize, is-size", "getSize, size", "size, size"})
    void onlyBooleansLoseIs(String member, String property) {
        assertThat(MemberNames.kebab(MemberNames.stem(member, long.class))).isEqualTo(property);
    }

    @Test
    void setterIsNamedLikeItsGetter() {
        assertThat(MemberNames.setters(MemberNames.stem("isReadOnly", boolean.class)))
                .containsExactly("setReadOnly", "readOnly");
    }
}
