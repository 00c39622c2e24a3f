// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that answer questions about configurations, none of which makes anything. */
class ConfigurationCommandsTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    private Path base() throws IOException {
        return write("base.json", """
                {'defaults': {'memory-backend': {'merge': false}},
                 'objects': [{'qom-type': 'memory-backend-file', 'id': 'f0', 'size': '1M', 'mem-path': '/nowhere/f0',
                              'prealloc-context': 't0'},
                             {'qom-type': 'thread-context', 'id': 't0'}]}
                """);
    }

    private Path site() throws IOException {
        base();
        return write("site.json", """
                {'include': 'base.json',
                 'objects': [{'qom-type': 'memory-backend-file', 'id': 'f0', 'size': '2M'}]}
                """);
    }

    private static Object json(Console console) {
        JsonDocument document = JsonReader.strict().read(console.out(), "out");
        return document.toJava(JsonDocument.ROOT);
    }

    @Test
    void treeDrawsWhatWouldBeMadeInTheOrderOfMaking() throws IOException {
        Console console = Console.run("tree", "-p", site());
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).isEqualTo("""
                /objects
                ├─ t0 (thread-context)
                └─ f0 (memory-backend-file)
                      merge             off
                      prealloc-context  t0
                      size              2 MiB (2097152)
                      mem-path          /nowhere/f0
                """);
        assertThat(folder.resolve("f0")).doesNotExist();
    }

    @Test
    void treeAsJsonHasPathsTypesPropertiesAndChildren() throws IOException {
        assertThat(Console.run("tree", "--format", "json", base()).out())
                .startsWith(
                        "{\"path\":\"/objects\",\"children\":[{\"path\":\"/objects/t0\",\"type\":\"thread-context\","
                                + "\"properties\":{},\"children\":[]},");
    }

    @Test
    void explainTellsEverybodyWhoGivesAValueTheOneThatCountsFirst() throws IOException {
        Console console = Console.run("explain", "f0.size", site());
        assertThat(console.out().lines().toList())
                .startsWith("/objects/f0.size = 2 MiB (2097152)", "")
                .anyMatch(line -> line.matches(".*→.*site.json:2:\\d+ +the object +\"2M\""))
                .anyMatch(line -> line.matches(" +.*base.json:2:\\d+ +the object +\"1M\""));
        Console merge = Console.run("explain", "/objects/f0.merge", site(), "--format", "json");
        assertThat(merge.out()).contains("\"value\":false", "\"kind\":\"defaults\"", "\"kind\":\"declaration\"");
    }

    @Test
    void explainOfWhatIsNotThereSaysWhatIs() throws IOException {
        assertThat(Console.run("explain", "f0.sise", base()))
                .satisfies(console -> assertThat(console.status()).isEqualTo(1))
                .satisfies(console -> assertThat(console.err()).contains("Did you mean 'size'?"));
        assertThat(Console.run("explain", "f1.size", base()).err())
                .contains("the documents describe no object 'f1'")
                .contains("Did you mean 'f0'?");
        assertThat(Console.run("explain", "size", base()).status()).isEqualTo(2);
    }

    @Test
    void diffTellsWhatDiffersByItsStatusToo() throws IOException {
        Console console = Console.run("diff", base(), site());
        assertThat(console.out()).isEqualTo("~ /objects/f0.size: 1048576 → 2097152\n");
        assertThat(console.status()).isEqualTo(1);
        assertThat(Console.run("diff", site(), site())).isEqualTo(new Console(0, "", ""));
        assertThat(json(Console.run("diff", base(), site(), "--format", "json")))
                .isEqualTo(Map.of(
                        "differences",
                        List.of(Map.of(
                                "kind", "changed",
                                "path", "/objects/f0",
                                "property", "size",
                                "before", 1048576L,
                                "after", 2097152L))));
    }

    @Test
    void diffOfWhatCannotBeReadIsTrouble() throws IOException {
        assertThat(Console.run("diff", base(), folder.resolve("absent.json")))
                .satisfies(console -> assertThat(console.status()).isEqualTo(2))
                .satisfies(console -> assertThat(console.err()).contains("absent.json", "QOM-0001"));
        assertThat(Console.run("diff", base(), "unix:/nowhere/qmp.sock"))
                .satisfies(console -> assertThat(console.status()).isEqualTo(2))
                .satisfies(console -> assertThat(console.err()).contains("cannot connect to unix:/nowhere/qmp.sock"));
    }

    @Test
    void exportIsTheSameConfigurationInItsPlainestForm() throws IOException {
        Path whole = write("whole.json", Console.run("export", site()).out());
        assertThat(Console.run("diff", site(), whole)).isEqualTo(new Console(0, "", ""));
        assertThat(Files.readString(whole)).doesNotContain("include", "defaults");
    }

    @Test
    void optionsBecomeJsonAndJsonOptions() throws IOException {
        Console json = Console.run(
                "convert",
                "-object",
                "memory-backend-ram,id=m0,size=1G,host-nodes=0-2,policy=bind,share=on",
                "-object",
                "thread-context,id=t0,cpu-affinity=1,cpu-affinity=3");
        assertThat(json.out()).contains("\"size\": \"1G\"", "\"host-nodes\": [0, 1, 2]", "\"share\": true", "[1, 3]");
        Path file = write("made.json", json.out());
        assertThat(Console.run("convert", file).out()).isEqualTo("""
                -object memory-backend-ram,id=m0,host-nodes=0-2,policy=bind,share=on,size=1G \\
                -object thread-context,id=t0,cpu-affinity=1,cpu-affinity=3
                """);
    }

    @Test
    void commandLineIsConvertedAndTheRestNamed() {
        Console console = Console.run(
                "convert", "--", "qemu-system-x86_64", "-m", "4G", "-object", "thread-context,id=t,,0", "-S");
        assertThat(console.err()).isEqualTo("qom: left out: -m 4G\nqom: left out: -S\n");
        assertThat(console.out()).contains("\"id\": \"t,0\"");
    }

    @Test
    void wordsThatAShellWouldSplitAreInQuotes() throws IOException {
        Path file = write(
                "odd.json", "[{'qom-type': 'memory-backend-file', 'id': 'f', 'size': 4096, 'mem-path': 'a b,c'}]");
        assertThat(Console.run("convert", file).out())
                .isEqualTo("-object 'memory-backend-file,id=f,size=4k,mem-path=a b,,c'\n");
        assertThat(json(Console.run("convert", file, "--format", "json")))
                .isEqualTo(List.of("-object", "memory-backend-file,id=f,size=4k,mem-path=a b,,c"));
    }

    @Test
    void typesShowUnitDefaultWhenSettableAndAncestor() {
        String out = Console.run("types", "memory-backend-file").out();
        assertThat(out)
                .startsWith("memory-backend-file: Memory that is a file\n  descends from memory-backend\n")
                .contains("properties from memory-backend\n", "its own properties\n", "settable until allocated");
        assertThat(Console.run("types", "memory-backend-file", "--format", "json")
                        .out())
                .contains(
                        "\"name\":\"pmem\",\"type\":\"bool\",\"value\":\"on or off\",\"unit\":null,\"default\":false,"
                                + "\"required\":false,\"settable\":\"until allocated\",\"declared-by\":\"memory-backend-file\"");
    }

    @Test
    void unknownTypeIsToldWithTheNearest() {
        Console console = Console.run("types", "memory-backend-flie");
        assertThat(console.status()).isEqualTo(1);
        assertThat(console.err()).contains("memory-backend-file");
    }

    @Test
    void schemaIsJsonAndKnowsTheTypes() {
        JsonDocument schema = JsonReader.strict().read(Console.run("schema").out(), "schema");
        assertThat(schema.find("/$defs/memory-backend.size/pattern")).isPositive();
        assertThat(schema.find("/$defs/environment")).isNegative();
        assertThat(JsonReader.strict()
                        .read(Console.run("schema", "--env").out(), "schema")
                        .find("/$defs/environment"))
                .isPositive();
    }

    @Test
    void checkAsJsonHasEveryMember() throws IOException {
        Path file = write("bad.json", "[{'qom-type': 'memory-backend-ram', 'id': 'm0', 'sise': 1}]");
        Console console = Console.run("check", "--format", "json", file);
        assertThat(console.status()).isEqualTo(1);
        JsonDocument answer = JsonReader.strict().read(console.out(), "out");
        assertThat(answer.string(answer.find("/diagnostics/0/code"))).isEqualTo("QOM-0107");
        assertThat(answer.string(answer.find("/diagnostics/0/pointer"))).isEqualTo("/0/sise");
        assertThat(answer.string(answer.find("/diagnostics/0/nearest/0"))).isEqualTo("size");
        assertThat(answer.int64(answer.find("/errors"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "check", "tree", "explain", "diff", "export", "convert", "types", "schema", "completion"})
    void helpOfEachCommandSaysWhatItDoesAndGivesAnExample(String command) {
        Console console = Console.run(command, "--help");
        assertThat(console.status()).isZero();
        assertThat(console.out()).startsWith("Usage: qom " + command).contains("qom " + command + " ");
    }

    @Test
    void helpListsTheCommands() {
        assertThat(Console.run("--help").out()).contains("  check ", "  explain ", "  completion ");
        assertThat(Console.run("chekc").status()).isEqualTo(2);
        assertThat(Console.run("chekc").err()).contains("chekc", "check");
    }

    @Test
    void unknownCommandIsToldWithTheNearestNames() {
        Console console = Console.run("chek");
        assertThat(console.err())
                .startsWith("qom: there is no command 'chek'; did you mean 'check'")
                .endsWith("?\nqom --help lists the commands.\n");
    }

    @Test
    void helpListsTheCommandThatServes() {
        assertThat(Console.run("--help").out()).contains("  system      Serve QMP");
    }
}
