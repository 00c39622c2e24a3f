// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class GlobProperties {
    @Property
    void globMatchesWhatTheEqualRegularExpressionMatches(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 8) String text) {
        String expression = pattern.replaceAll("\\*+", ".*").replace('?', '.');
        assertThat(new Glob(pattern).matches(text)).isEqualTo(Pattern.matches(expression, text));
    }

    @Property
    void literalMatchesItselfAlone(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 3) String literal,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 3) String text) {
        assertThat(new Glob(literal).isLiteral()).isTrue();
        assertThat(new Glob(literal).matches(text)).isEqualTo(literal.equals(text));
    }
}
