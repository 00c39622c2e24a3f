// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import static io.qom4j.core.json.JsonDocument.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyvalTest {
    private static String tree(String text) {
        return Keyval.parseWithoutHelp(text, null).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "``#{}",
                "a=1#{\"a\":\"1\"}",
                "a=1,#{\"a\":\"1\"}",
                "a=1,b=2,a=3#{\"a\":\"3\",\"b\":\"2\"}",
                "id=x,id=y#{\"id\":\"y\"}",
                "id=1x#{\"id\":\"1x\"}",
                "a=#{\"a\":\"\"}",
                "a=,b=#{\"a\":\"\",\"b\":\"\"}",
                "a=b=c#{\"a\":\"b=c\"}",
                "a=1,,2#{\"a\":\"1,2\"}",
                "a=,,,b=,,#{\"a\":\",\",\"b\":\",\"}",
                "a=1,,,#{\"a\":\"1,\"}",
                "a.b.c=1,a.b.d=2,d=3#{\"a\":{\"b\":{\"c\":\"1\",\"d\":\"2\"}},\"d\":\"3\"}",
                "a.1=x,a.0=y#{\"a\":[\"y\",\"x\"]}",
                "a.0=x,a.1.b=y,a.2.0=z#{\"a\":[\"x\",{\"b\":\"y\"},[\"z\"]]}",
                "list.1=goner,list.0=null,list.01=eins,list.2=zwei#{\"list\":[\"null\",\"eins\",\"zwei\"]}",
                "a.3=d,a.2=c,a.1=b,a.0=a#{\"a\":[\"a\",\"b\",\"c\",\"d\"]}",
                "help=on#{\"help\":\"on\"}",
                "a-b_c9=1#{\"a-b_c9\":\"1\"}",
                "__org.example_foo.bar=1#{\"__org.example_foo\":{\"bar\":\"1\"}}",
                "a.__x.y_b=1#{\"a\":{\"__x.y_b\":\"1\"}}",
                "___x=1#{\"___x\":\"1\"}",
                "__.-_a=1#{\"__.-_a\":\"1\"}"
            })
    void textsMakeTrees(String text, String expected) {
        assertThat(tree(text)).isEqualTo(expected);
    }

    /** Recorded from QEMU 7.2 by way of the human monitor and block devices. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                ",#Invalid parameter ''",
                "=#Invalid parameter ''",
                "=v#Invalid parameter ''",
                "a=1,=v#Invalid parameter ''",
                "b,,c=1#Expected '=' after parameter 'b'",
                "x#Expected '=' after parameter 'x'",
                "x.y.z,a=1#Expected '=' after parameter 'x.y.z'",
                "help.abc#Expected '=' after parameter 'help.abc'",
                ".#Invalid parameter '.'",
                ".=x#Invalid parameter '.'",
                "a..b=1#Invalid parameter 'a..b'",
                "a.=1#Invalid parameter 'a.'",
                "a.0.=1#Invalid parameter 'a.0.'",
                "0=1#Invalid parameter '0'",
                "9.a=1#Invalid parameter '9.a'",
                "7up=1#Invalid parameter '7up'",
                "a.9b=1#Invalid parameter 'a.9b'",
                "a.-=1#Invalid parameter 'a.-'",
                "a.+0=1#Invalid parameter 'a.+0'",
                "-a=1#Invalid parameter '-a'",
                "_x=1#Invalid parameter '_x'",
                "__x=1#Invalid parameter '__x'",
                "__x_=1#Invalid parameter '__x_'",
                "__x_9=1#Invalid parameter '__x_9'",
                "a.b.__q=1#Invalid parameter 'a.b.__q'",
                "a[0]=1#Invalid parameter 'a[0]'",
                "a:b=1#Invalid parameter 'a:b'",
                "a b=1#Invalid parameter 'a b'",
                "é=1#Invalid parameter 'é'",
                "a.b=1,a=2#Parameters 'a.*' used inconsistently",
                "a=2,a.b=1#Parameters 'a.*' used inconsistently",
                "a=2,a.b#Parameters 'a.*' used inconsistently",
                "a.b=1,a.b.c=2#Parameters 'a.b.*' used inconsistently",
                "a.b=1,a.0=2#Parameters 'a.*' used inconsistently",
                "a.0.0=1,a.0=2#Parameters 'a.0.*' used inconsistently",
                "a.0=2,a.0.0=2#Parameters 'a.0.*' used inconsistently",
                "a.1=1#Parameter 'a.0' missing",
                "a.0=1,a.2=2#Parameter 'a.1' missing",
                "a.0=1,a.00=2,a.2=3#Parameter 'a.1' missing",
                "a.b.1=1#Parameter 'a.b.0' missing",
                "a.1234567890123456789012=1#Parameter 'a.0' missing",
                "help#Help is not available for this option",
                "?#Help is not available for this option",
                "a=1,help,#Help is not available for this option",
                "a.1=1,help#Help is not available for this option",
                "help,a..b=1#Invalid parameter 'a..b'"
            })
    void otherTextsAreRefused(String text, String message) {
        assertThatThrownBy(() -> tree(text)).isInstanceOf(ValueException.class).hasMessage(message);
    }

    @Test
    void fragmentsHave127CharactersAtMost() {
        String longest = "a".repeat(127);
        String tooLong = "b".repeat(128);
        assertThat(tree(longest + "=1")).isEqualTo("{\"" + longest + "\":\"1\"}");
        assertThat(tree("x." + longest + "=1")).isEqualTo("{\"x\":{\"" + longest + "\":\"1\"}}");
        assertThatThrownBy(() -> tree(tooLong + "=1")).hasMessage("Parameter '" + tooLong + "' is too long");
        assertThatThrownBy(() -> tree("x." + tooLong + "=1"))
                .hasMessage("Parameter fragment '" + tooLong + "' is too long");
        assertThatThrownBy(() -> tree(tooLong + ".x=1")).hasMessage("Parameter fragment '" + tooLong + "' is too long");
    }

    @Test
    void aKeyHasAThousandFragmentsAtMost() {
        assertThat(tree("a.".repeat(999) + "a=1")).startsWith("{\"a\":{\"a\":");
        assertThatThrownBy(() -> tree("a.".repeat(100_000) + "a=1"))
                .isInstanceOf(ValueException.class)
                .hasMessageEndingWith("has too many fragments");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "an,b=1#{\"key\":\"an\",\"b\":\"1\"}",
                "an#{\"key\":\"an\"}",
                "an,#{\"key\":\"an\"}",
                "key=an#{\"key\":\"an\"}",
                "[1]#{\"key\":\"[1]\"}",
                "a.b#{\"key\":\"a.b\"}",
                "help.abc#{\"key\":\"help.abc\"}",
                "an,key=b#{\"key\":\"b\"}"
            })
    void aFirstValueMayStandAloneWhereItsKeyIsImplied(String text, String expected) {
        assertThat(Keyval.parse(text, "key").tree()).hasToString(expected);
    }

    @Test
    void theImpliedKeyMayHaveDots() {
        assertThat(Keyval.parse("x,a.c=1", "a.b").tree()).hasToString("{\"a\":{\"b\":\"x\",\"c\":\"1\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {",#Invalid parameter ''", "x,,b=1#Invalid parameter ''", "x,y#Expected '=' after parameter 'y'"})
    void theImpliedValueIsNeitherEmptyNorHasItCommas(String text, String message) {
        assertThatThrownBy(() -> Keyval.parse(text, "key"))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "?", "help,a=1", "a=1,help", "a=1,?,", "help,help"})
    void helpIsToldApart(String text) {
        Keyval keyval = Keyval.parse(text, "key");
        assertThat(keyval.helpRequested()).isTrue();
        assertThat(keyval.tree().member(ROOT, "help")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help=on", "helpme", "a=help", "help.x=1", ""})
    void otherHelpIsNotHelp(String text) {
        assertThat(Keyval.parse(text, "key").helpRequested()).isFalse();
    }

    private static JsonDocument keyval(String text) {
        return Keyval.parseWithoutHelp(text, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "opt1=a,opt2=b#opt2=c,opt3=d#{\"opt1\":\"a\",\"opt2\":\"c\",\"opt3\":\"d\"}",
                "a.b=1,a.c=2#a.c=3,a.d=4#{\"a\":{\"b\":\"1\",\"c\":\"3\",\"d\":\"4\"}}",
                "l.0=a,l.1=b#l.0=c#{\"l\":[\"a\",\"b\",\"c\"]}"
            })
    void treesAreMerged(String first, String second, String expected) {
        assertThat(Keyval.merge(keyval(first), keyval(second))).hasToString(expected);
    }

    @Test
    void anEmptyTreeChangesNothing() {
        assertThat(Keyval.merge(keyval("a=1"), keyval(""))).hasToString("{\"a\":\"1\"}");
        assertThat(Keyval.merge(keyval(""), keyval("a=1"))).hasToString("{\"a\":\"1\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"a=1#a.b=2#a", "a.b=2#a=1#a", "a.b.c=1#a.b=2#a.b", "a.b.0=1#a.b.c=2#a.b", "a.0=1#a=x#a"})
    void treesOfDifferentShapesAreNotMerged(String first, String second, String path) {
        assertThatThrownBy(() -> Keyval.merge(keyval(first), keyval(second)))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter '" + path + "' used inconsistently");
    }

    @Test
    void textBehindATreeIsRefusedAsIfBothWereOneText() {
        assertThatThrownBy(() -> Keyval.parse("a.b=2", null).after(keyval("a=1")))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameters 'a.*' used inconsistently");
    }
}
