// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.text.Warning;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.text.Warnings;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionListTest {
    private static OptionList parse(String text) {
        return OptionList.parse(text, "type", WarningSink.IGNORE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "``#-#``",
                "ram#-#[type=ram]",
                "ram,id=m,size=4k#m#[type=ram][size=4k]",
                "ram,id=m,id=n#m#[type=ram]",
                "type=ram,id=m#m#[type=ram]",
                "id=m,type=ram#m#[type=ram]",
                "ram,a=1,#-#[type=ram][a=1]",
                "ram,a=1,,2,b=,,#-#[type=ram][a=1,2][b=,]",
                "ram,,id=m#m#[type=ram,id=m]",
                "ram,a=b=c#-#[type=ram][a=b=c]",
                "ram,a=1,a=2#-#[type=ram][a=1][a=2]",
                "ram,share#-#[type=ram][share=on]",
                "ram,nodump#-#[type=ram][dump=off]",
                "ram,no#-#[type=ram][=off]",
                "ram,foo,,bar#-#[type=ram][foo=on][=on][bar=on]",
                "ram,foo,,bar=1#-#[type=ram][foo=on][=on][bar=1]",
                "ram,=1#-#[type=ram][=1]",
                "=ram#-#[=ram]",
                "`,a=1`#-#[type=][a=1]",
                "ram,id#on#[type=ram]",
                "ram,noid#off#[type=ram]",
                "ram,a b.c=1#-#[type=ram][a b.c=1]"
            })
    void textsAreCutIntoOptions(String text, String id, String options) {
        OptionList list = parse(text);
        assertThat(list.options().stream()
                        .map(option -> "[" + option.name() + "=" + option.value() + "]")
                        .collect(Collectors.joining()))
                .isEqualTo(options);
        assertThat(list.id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "share, share=on",
        "nomerge, merge=off",
        "no, =off",
        "nono, no=off",
        "delay, nodelay=off",
        "nodelay, nodelay=on",
        "nohelp, help=off",
        "size, size=on"
    })
    void aNameAloneIsDeprecated(String option, String instead) {
        var warnings = new Warnings();
        OptionList.parse("ram," + option, "type", warnings);
        assertThat(warnings.received())
                .containsExactly(new Warning(
                        "short-form boolean option '" + option + "' deprecated",
                        List.of("Please use " + instead + " instead")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ram,help", "ram,?", "ram,help=on", "ram,id=m,help", "ram,nohelp", "ram,help,a=1"})
    void helpIsAnyOptionOfThatName(String text) {
        assertThat(parse(text).helpRequested()).isTrue();
    }

    @Test
    void helpAloneIsNotDeprecated() {
        var warnings = new Warnings();
        OptionList.parse("help,help,?", "type", warnings);
        assertThat(warnings.received()).isEmpty();
    }

    @Test
    void theFirstValueIsNotHelp() {
        assertThat(parse("help").helpRequested()).isFalse();
        assertThat(parse("help").last("type")).isEqualTo("help");
    }

    @Test
    void theLastOptionOfANameCounts() {
        assertThat(parse("ram,type=file").last("type")).isEqualTo("file");
        assertThat(parse("ram").last("x")).isNull();
    }

    @Test
    void theIdIsFoundWithoutWarning() {
        assertThat(OptionList.findId("ram,share,id=1x,id=y")).isEqualTo("1x");
        assertThat(OptionList.findId("ram,id=a,,b")).isEqualTo("a,b");
        assertThat(OptionList.findId("ram")).isNull();
        assertThat(OptionList.findId("id,size=4k")).isEqualTo("on");
    }
}
