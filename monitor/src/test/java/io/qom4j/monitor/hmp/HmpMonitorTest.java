// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.machine.Machine;
import io.qom4j.machine.MachineOptions;
import io.qom4j.monitor.Monitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmpMonitorTest {
    private final Qom qom = Qom.create();
    private final Monitor monitor = Monitor.of(qom);

    @AfterEach
    void close() {
        qom.close();
    }

    private String run(String line) {
        return monitor.humanMonitor().run(monitor, line);
    }

    private static String tryHelp(String command, String error, String help) {
        return command + ": " + error + "\r\nTry \"help " + help + "\" for more information\r\n";
    }

    /** Returns text with the line ends of the monitor. */
    private static String printed(String text) {
        return text.replace("\n", "\r\n");
    }

    private void add(String object) {
        assertThat(run("object_add " + object)).isEmpty();
    }

    // ---- the line

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t \t"})
    void anEmptyLineSaysNothing(String line) {
        assertThat(run(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foo bar       | foo",
                "`  foo bar`   | `  foo`",
                "/foo          | ``",
                "info foo      | info foo",
                "` info  foo`  | ` info  foo`",
                "info/version  | info",
                "\"info\" x    | \"info\"",
                "QOM-LIST      | QOM-LIST",
                "help foo x    | foo",
                "help info foo | info foo"
            })
    void anUnknownCommandIsNamed(String line, String named) {
        assertThat(run(line)).isEqualTo("unknown command: '" + named + "'\r\n");
    }

    @Test
    void aSlashEndsTheNameOfACommand() {
        assertThat(run("qom-list/nope")).isEqualTo("Error: Device '/nope' not found\r\n");
    }

    @Test
    void argumentsThatDoNotSuitAreRefusedWithWhereToLook() {
        assertThat(run("qom-get m0")).isEqualTo(tryHelp("qom-get", "string expected", "qom-get"));
        assertThat(run("qom-list a b"))
                .isEqualTo(tryHelp("qom-list", "extraneous characters at the end of line", "qom-list"));
        assertThat(run("  info  memdev x"))
                .isEqualTo(tryHelp("memdev", "extraneous characters at the end of line", "  info  memdev"));
        assertThat(run("q x")).isEqualTo(tryHelp("quit|q", "extraneous characters at the end of line", "q"));
        assertThat(run("info mtree -x")).isEqualTo(tryHelp("mtree", "unsupported option -x", "info mtree"));
        assertThat(run("qom-set - m0 merge on")).isEqualTo(tryHelp("qom-set", "unsupported option - ", "qom-set"));
        assertThat(run("qom-set -"))
                .isEqualTo("qom-set: unsupported option -Try \"help qom-set\" for more information\r\n");
        assertThat(run("object_add  ")).isEqualTo(tryHelp("object_add", "string expected", "object_add"));
    }

    @Test
    void flagsComeInTheOrderOfTheirDeclaration() {
        Machine.none(qom, MachineOptions.STANDARD);
        assertThat(run("info mtree -f -o")).contains("FlatView", "path=/machine/unattached}");
        assertThat(run("info mtree -D -f"))
                .isEqualTo(tryHelp("mtree", "extraneous characters at the end of line", "info mtree"));
        assertThat(run("info mtree -fo"))
                .isEqualTo(tryHelp("mtree", "extraneous characters at the end of line", "info mtree"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"object_del \"a", "object_del \"a\\q\"", "object_del \"a\\"})
    void aWordWithWrongQuotesIsNone(String line) {
        assertThat(run(line)).isEqualTo(tryHelp("object_del", "string expected", "object_del"));
    }

    @Test
    void quotesHoldBlanksAndEscapes() {
        assertThat(run("object_del \"a b\\\"\\\\\"")).isEqualTo("Error: object 'a b\"\\' not found\r\n");
        assertThat(run("object_del a\"b")).isEqualTo("Error: object 'a\"b' not found\r\n");
    }

    // ---- objects

    @Test
    void listShowsPropertiesWithTheirTypes() {
        assertThat(run("qom-list")).isEqualTo("/\r\n");
        assertThat(run("qom-list /objects")).isEqualTo("Error: Device '/objects' not found\r\n");
        add("memory-backend-ram,id=m0,size=1M");
        assertThat(run("  qom-list   /objects  ")).isEqualTo("type (string)\r\nm0 (child<memory-backend-ram>)\r\n");
        assertThat(run("qom-list m0")).contains("\r\nshare (bool)\r\n", "\r\nm0[0] (child<memory-region>)\r\n");
        assertThat(run("qom-list \"\"")).isEqualTo("Error: Path '' is ambiguous\r\n");
    }

    @Test
    void getPrintsIndentedJson() {
        add("memory-backend-ram,id=m0,size=1M,host-nodes.0=0,host-nodes.1=3,policy=bind");
        assertThat(run("qom-get /objects/m0 size")).isEqualTo("1048576\r\n");
        assertThat(run("qom-get m0 policy")).isEqualTo("\"bind\"\r\n");
        assertThat(run("qom-get m0 host-nodes")).isEqualTo("[\r\n    0,\r\n    3\r\n]\r\n");
        assertThat(run("qom-get m0 m0[0]")).isEqualTo("\"/objects/m0/m0[0]\"\r\n");
    }

    @Test
    void getAndSetRefuseLikeQemu() {
        add("memory-backend-ram,id=m0,size=1M");
        assertThat(run("qom-get m0 nope")).isEqualTo("Error: Property 'memory-backend-ram.nope' not found\r\n");
        assertThat(run("qom-get \"\" type")).isEqualTo("Error: Device '' not found\r\n");
        assertThat(run("qom-set nope nope 5")).isEqualTo("Error: Device 'nope' not found\r\n");
        assertThat(run("qom-set m0 type 5")).isEqualTo("Error: Property 'memory-backend-ram.type' is not writable\r\n");
        assertThat(run("qom-set m0 size 1k"))
                .isEqualTo("Error: cannot change property size of memory-backend-ram \r\n");
    }

    @Test
    void setTakesTheRestOfTheLineAsText() {
        add("memory-backend-ram,id=m0,size=1M");
        assertThat(run("qom-set m0 merge off")).isEmpty();
        assertThat(run("qom-get m0 merge")).isEqualTo("false\r\n");
        for (String wrong : new String[] {"\"on\"", "on off", "on "}) {
            assertThat(run("qom-set m0 merge " + wrong))
                    .isEqualTo("Error: Parameter 'merge' expects 'on' or 'off'\r\n");
        }
        assertThat(run("qom-set m0 host-nodes 0-1")).isEmpty();
        assertThat(run("qom-get m0 host-nodes")).isEqualTo("[\r\n    0,\r\n    1\r\n]\r\n");
        assertThat(qom.resolve("m0").origin("merge").describe()).isEqualTo("human monitor");
    }

    @Test
    void setTakesJsonBehindItsFlag() {
        add("memory-backend-ram,id=m0,size=1M");
        assertThat(run("qom-set -j m0 merge false")).isEmpty();
        assertThat(run("qom-get m0 merge")).isEqualTo("false\r\n");
        assertThat(run("qom-set -j m0 merge on")).isEqualTo("Error: JSON parse error, invalid keyword 'on'\r\n");
        assertThat(run("qom-set -j nope merge {")).isEqualTo("Error: JSON parse error, premature EOI\r\n");
        assertThat(run("qom-set -j m0 merge {}"))
                .isEqualTo("Error: Invalid parameter type for 'merge', expected: boolean\r\n");
        assertThat(run("qom-set -j m0 merge true false")).isEqualTo("Error: Expecting at most one JSON value\r\n");
    }

    @Test
    void addTakesKeyvalOrJson() {
        add("memory-backend-ram,id=m0,size=1M");
        add("{\"qom-type\": \"memory-backend-ram\", \"id\": \"m1\", \"size\": 4096}");
        assertThat(qom.objects().all()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory-backend-ram,id=m1                   | Parameter 'size' is missing",
                "nope,id=x                                  | Parameter 'qom-type' does not accept value 'nope'",
                "memory-backend-ram,id=m1,size=4096,foo=1   | Parameter 'foo' is unexpected",
                "memory-backend-ram,id=m1,size=4096 foo     | Parameter 'size' expects size",
                "memory-backend-ram,id=m1,size=0            | property 'size' of memory-backend-ram doesn't take value '0'",
                "size=1                                     | Parameter 'qom-type' is missing",
                ",                                          | Invalid parameter ''",
                "{\"a\"                                     | JSON parse error, premature EOI"
            })
    void addRefusesLikeQemu(String object, String error) {
        assertThat(run("object_add " + object)).isEqualTo("Error: " + error + "\r\n");
        assertThat(qom.objects().all()).isEmpty();
    }

    @Test
    void anIdThatIsNoneIsExplained() {
        assertThat(run("object_add memory-backend-ram,id=1m,size=4096")).isEqualTo(printed("""
                Error: Parameter 'id' expects an identifier
                Identifiers consist of letters, digits, '-', '.', '_', starting with a letter.
                """));
    }

    @Test
    void hintsThatQemuDoesNotGiveAreLeftOut() {
        assertThat(run("object_add memory-backend-rom,id=m")).doesNotContain("memory-backend-ram");
    }

    @Test
    void aWarningIsPrintedOnce() {
        assertThat(run("object_add memory-backend-ram,id=m8,size=0x1k"))
                .isEqualTo("warning: Using a multiplier suffix on hex numbers is deprecated: 0x1k\r\n");
    }

    @Test
    void addHelps() {
        assertThat(run("object_add help")).startsWith("List of user creatable objects:\r\n");
        assertThat(run("object_add nope,?")).startsWith("List of user creatable objects:\r\n");
        assertThat(run("object_add memory-backend-ram,help"))
                .startsWith("memory-backend-ram options:\r\n  dump=<bool>            - Set to 'off'");
    }

    @Test
    void deletedObjectsAreGone() {
        add("memory-backend-ram,id=m0,size=1M");
        assertThat(run("object_del \"m0\"")).isEmpty();
        assertThat(run("object_del m0")).isEqualTo("Error: object 'm0' not found\r\n");
    }

    // ---- info

    @Test
    void versionIsOneLine() {
        assertThat(run("info\tversion ")).isEqualTo("7.2.22QOM for Java\r\n");
    }

    @Test
    void qomTreeShowsChildrenByName() {
        add("memory-backend-ram,id=m1,size=4096");
        add("memory-backend-ram,id=m0,size=4096");
        assertThat(run("info qom-tree /objects")).isEqualTo(printed("""
                /objects (container)
                  /m0 (memory-backend-ram)
                    /m0[0] (memory-region)
                  /m1 (memory-backend-ram)
                    /m1[0] (memory-region)
                """));
        assertThat(run("info qom-tree m0")).startsWith("/m0 (memory-backend-ram)\r\n  /m0[0]");
        assertThat(run("info qom-tree nope")).isEqualTo("Path 'nope' could not be resolved.\r\n");
        assertThat(run("info qom-tree \"\"")).isEqualTo("Path '' could not be resolved.\r\n");
    }

    @Test
    void qomTreeBeginsAtTheRootWhereThereIsNoMachine() {
        assertThat(run("info qom-tree")).startsWith("/ (container)\r\n");
    }

    @Test
    void memdevAndRamblockShowBackends() {
        assertThat(run("info memdev")).isEqualTo("\r\n");
        add("memory-backend-ram,id=m0,size=1M");
        assertThat(run("info memdev")).isEqualTo(printed("""
                memory backend: m0
                  size:  1048576
                  merge: true
                  dump: true
                  prealloc: false
                  share: false
                  reserve: true
                  policy: default
                  host nodes:\s

                """));
        assertThat(run("info ramblock"))
                .startsWith("              Block Name    PSize              Offset               Used ")
                .endsWith("                4 KiB  0x0000000000000000 0x0000000000100000 0x0000000000100000\r\n");
    }

    @Test
    void nameIsTheGuests() {
        assertThat(run("info name")).isEmpty();
        Monitor named = Monitor.builder(qom).discoverCommands().guestName("vm1").build();
        assertThat(named.humanMonitor().run(named, "info name")).isEqualTo("vm1\r\n");
    }

    // ---- help

    @Test
    void helpDescribesCommands() {
        assertThat(run("help qom-get")).isEqualTo("qom-get path property -- show the value of a property\r\n");
        assertThat(run("? \"q\" x")).isEqualTo("quit|q  -- end the process\r\n");
        assertThat(run("help info memdev x")).isEqualTo("info memdev  -- show memory backends\r\n");
        assertThat(run("help")).contains("\r\nhelp|? [cmd] -- show the help\r\ninfo [subcommand] -- ");
    }

    @Test
    void infoAloneListsWhatCanBeAsked() {
        assertThat(run("info")).isEqualTo(run("help info")).contains("info memdev  -- show memory backends\r\n");
    }
}
