// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.annotation.QomProperty;
import io.qom4j.core.annotation.QomType;
import io.qom4j.core.error.PathException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathQueryTest {
    enum Mode {
        COLD,
        HOT
    }

    @QomType(name = "store")
    abstract static class Store extends QomObject {
        @QomProperty(size = true)
        long size;

        @QomProperty
        boolean share;
    }

    @QomType(name = "store-ram")
    static final class Ram extends Store {}

    @QomType(name = "store-file")
    static final class File extends Store {
        @QomProperty
        String path = "";

        @QomProperty(unsigned = true)
        long mask;

        @QomProperty
        int delta;

        @QomProperty
        double ratio;

        @QomProperty
        Mode mode = Mode.COLD;

        @QomProperty(unsigned = true)
        int[] nodes = {};

        @QomProperty(weak = true)
        QomObject peer;

        @QomProperty
        LocalDateTime since = LocalDateTime.MIN;
    }

    @QomType(name = "sticker")
    static final class Sticker extends QomObject {
        @QomProperty
        String size = "big";
    }

    private Qom qom;

    /**
     * Makes this tree:
     *
     * <pre>
     * /a          store-ram   size=4k
     * /a/b[0]     store-file  size=1M share=on path=/dev/x mask=2^63 delta=-5 ratio=0.5 mode=hot nodes=0-2 peer=/a
     * /a/b[1]     store-ram   size=1M
     * /a/b[1]/c   sticker     size=big
     * /d          container
     * /d/c        store-ram   size=2G
     * </pre>
     */
    @BeforeEach
    void makeTree() {
        qom = Qom.builder().build();
        List.of(Store.class, Ram.class, File.class, Sticker.class)
                .forEach(type -> qom.types().register(type));
        QomObject a = add(qom.root(), "a", "store-ram");
        a.parse("size", "4k");
        QomObject file = add(a, "b[*]", "store-file");
        file.parse("size", "1M");
        file.setBool("share", true);
        file.setString("path", "/dev/x");
        file.setLong("mask", Long.MIN_VALUE);
        file.setLong("delta", -5);
        file.setDouble("ratio", 0.5);
        file.setString("mode", "hot");
        file.parse("nodes", "0-2");
        file.setLink("peer", a);
        QomObject second = add(a, "b[*]", "store-ram");
        second.parse("size", "1M");
        add(second, "c", "sticker");
        add(add(qom.root(), "d", "container"), "c", "store-ram").parse("size", "2G");
    }

    private QomObject add(QomObject parent, String name, String type) {
        QomObject made = qom.newObject(type);
        parent.addChild(name, made);
        made.unref();
        return made;
    }

    private String found(String query) {
        return String.join(
                " ", qom.query(query).stream().map(QomObject::canonicalPath).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                 | /",
                "/a                | /a",
                "/a/               | /a",
                "//a//b[0]         | /a/b[0]",
                "/a/b[1]/c         | /a/b[1]/c",
                "/nope             | ''",
                "/*                | /a /d",
                "/*/c              | /d/c",
                "/a/b[*]           | /a/b[0] /a/b[1]",
                "/a/b*             | /a/b[0] /a/b[1]",
                "/a/?[0]           | /a/b[0]",
                "/a/**             | /a /a/b[0] /a/b[1] /a/b[1]/c",
                "/a/**/*           | /a/b[0] /a/b[1] /a/b[1]/c",
                "/**/c             | /a/b[1]/c /d/c",
                "/**/**/c          | /a/b[1]/c /d/c",
                "/a/**/c           | /a/b[1]/c",
                "/**/b[1]/**       | /a/b[1] /a/b[1]/c",
                "c                 | /a/b[1]/c /d/c",
                "b[1]/c            | /a/b[1]/c",
                "**                | / /a /a/b[0] /a/b[1] /a/b[1]/c /d /d/c",
            })
    void partsMatchNamesAndLevels(String query, String paths) {
        assertThat(found(query)).isEqualTo(paths);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/**/[type=store]            | /a /a/b[0] /a/b[1] /d/c",
                "/**/[type=store-file]       | /a/b[0]",
                "/**/[type!=store]           | /a/b[1]/c /d",
                "/**/[type~store-*]          | /a /a/b[0] /a/b[1] /d/c",
                "[type=sticker]              | /a/b[1]/c",
                "[share=on]                  | /a/b[0]",
                "[share=true]                | /a/b[0]",
                "[share!=on]                 | /a /a/b[1] /d/c",
                "[share~o?]                  | /a/b[0]",
                "[size=4k]                   | /a",
                "[size=4096]                 | /a",
                "[size=0x1000]               | /a",
                "[size>=1M]                  | /a/b[0] /a/b[1] /d/c",
                "[size>1M][type=store-ram]   | /d/c",
                "[size<1M]                   | /a",
                "[size<=1.5G]                | /a /a/b[0] /a/b[1]",
                "[size~20*]                  | ``",
                "[size!=1M]                  | /a /a/b[1]/c /d/c",
                "[size>big][type=sticker]    | ``",
                "[size>=big]                 | /a/b[1]/c",
                "[size>=b][size<c]           | /a/b[1]/c",
                "[mask>9223372036854775807]  | /a/b[0]",
                "[mask=8E]                   | /a/b[0]",
                "[delta=-5]                  | /a/b[0]",
                "[delta<0]                   | /a/b[0]",
                "[ratio=0.5]                 | /a/b[0]",
                "[ratio<1]                   | /a/b[0]",
                "[mode=hot]                  | /a/b[0]",
                "[path=/dev/x]               | /a/b[0]",
                "[path='/dev/x']             | /a/b[0]",
                "[path=\"/dev/x\"]           | /a/b[0]",
                "[path~*x]                   | /a/b[0]",
                "[path!='']                  | /a/b[0]",
                "[ path > /dev ]             | /a/b[0]",
                "[nodes=0-2]                 | /a/b[0]",
                "[peer=/a]                   | /a/b[0]",
                "[peer]                      | /a/b[0]",
                "/*[b[0]=/a/b[0]]            | /a",
                "/a[size=4k]/*[share=on]     | /a/b[0]",
                "/d[size=4k]                 | ``",
            })
    void filtersCompareValuesByTheirTypes(String query, String paths) {
        assertThat(found(query)).isEqualTo(paths);
    }

    @Test
    void objectIsFoundOnceThoughSeveralWaysLeadToIt() {
        assertThat(found("/**/*/**/c")).isEqualTo("/a/b[1]/c /d/c");
    }

    @Test
    void queryBelowAnObjectTakesItAsTheRoot() {
        QomObject a = qom.resolve("/a");
        assertThat(PathQuery.parse("/*/c").select(a)).containsExactly(qom.resolve("/a/b[1]/c"));
    }

    @Test
    void linksAreNotFollowed() {
        assertThat(found("/a/b[0]/peer")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a[               |  4 | the name of a property is missing",
                "/a[]              |  4 | the name of a property is missing",
                "/a[size           |  8 | ']' is missing",
                "/a[size 4]        |  9 | expected = != < <= > >= ~ or ]",
                "/a[size=          |  9 | a value is missing; '' is the empty one",
                "/a[size=]         |  9 | a value is missing; '' is the empty one",
                "/a[size=4k        | 11 | ']' is missing",
                "/a[size==4k]      |  9 | '==' is no operator; use = != < <= > >= or ~",
                "/a[size!4k]       |  8 | expected = != < <= > >= ~ or ]",
                "/a[path='x]       |  9 | the value does not end; a ' is missing",
                "/a[path='x'y]     | 12 | ']' is missing",
                "/a[share]x        | 10 | expected '/' or another filter",
                "/**[share=on]     |  4 | '**' stands for levels, which have no properties; write '**/' before the filter",
                "``                |  1 | a query is missing; '/**' finds everything",
            })
    void textThatIsNoQueryIsRefusedWithThePlace(String query, int column, String reason) {
        assertThatThrownBy(() -> PathQuery.parse(query)).isInstanceOfSatisfying(PathException.class, e -> {
            assertThat(e).hasMessage("Query '" + query + "', column " + column + ": " + reason);
            assertThat(e.hints()).containsExactly(query, " ".repeat(column - 1) + "^");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a[size=big]      |  9 | property 'size' of /a (store-ram) holds a size in bytes, such as 4096 or 4k, and"
                        + " 'big' is none",
                "/a[share=maybe]   | 10 | property 'share' of /a (store-ram) holds on or off, and 'maybe' is none",
                "/a[share>off]     | 10 | property 'share' of /a (store-ram) is a boolean, which is neither greater nor less"
                        + " than another; use = or !=",
                "[type=stoer]      |  7 | property 'type' of /a (store-ram) is never 'stoer', which is no type",
                "/a/b[1]/c[size>1] | 16 | property 'size' of /a/b[1]/c (sticker) is the text 'big', and '1' is a number",
                "[since=x]         |  8 | property 'since' of /a/b[0] (store-file) is a struct, which a query cannot compare",
            })
    void filterThatCanNeverHoldIsRefused(String query, int column, String reason) {
        assertThatThrownBy(() -> qom.query(query))
                .isInstanceOf(PathException.class)
                .hasMessage("Query '" + query + "', column " + column + ": " + reason);
    }

    @Test
    void filterThatMakesSenseForSomeObjectsIsNotRefused() {
        assertThat(found("[size=big]")).isEqualTo("/a/b[1]/c");
    }

    @Test
    void queryOfTooManyPartsIsRefused() {
        assertThatThrownBy(() -> PathQuery.parse("/x".repeat(64)))
                .isInstanceOf(PathException.class)
                .hasMessageEndingWith("has 64 parts; 63 are the most");
    }
}
