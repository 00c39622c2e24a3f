// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of {@code -readconfig}: what their groups make, and QEMU 7.2's texts where they are wrong. */
class ConfigFileTest {
    @TempDir
    Path folder;

    /** Starts with a file, in which a bar stands for the end of a line. */
    private CommandStart read(String text, String... options) throws IOException {
        Files.writeString(folder.resolve("f"), text.replace('|', '\n'));
        String[] all = new String[options.length + 2];
        all[0] = "-readconfig";
        all[1] = "{dir}/f";
        System.arraycopy(options, 0, all, 2, options.length);
        return CommandStart.with(folder, all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a = \"1\"| ! :1: no group defined",
                "# c|# d||a = \"1\"| ! :4: no group defined",
                "' # c|' ! :1: no group defined",
                "'  [object \"a\"]|' ! :1: no group defined",
                "[]| ! :1: no group defined",
                "[object \"a\"]||  | ! :3: parse error",
                "# nothing|[nope]|  a = \"1\"| ! :3: There is no option group 'nope'",
                "[nope]|a = \"1\"|[foo]| ! :2: There is no option group 'nope'",
                "[name]|guest = \"1\"|[foo]| ! :2: There is no option group 'foo'",
                "[nope]|a = \"1\"|[foo]|  | ! :2: There is no option group 'nope'"
            })
    void lineThatIsNeitherGroupNorOptionOfAGroupIsTold(String text, String told) throws IOException {
        refused(text, "qom:{dir}/f" + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[nope]| ! There is no option group 'nope'",
                "[object a]| ! There is no option group 'object a'",
                "[object]| ! Parameter 'qom-type' is missing"
            })
    void emptyGroupHasNoPlaceBeforeTheFirstOption(String text, String told) throws IOException {
        refused(text, "qom: " + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[object]|qom-type = \"memory-backend-ram\"|size = \"1M\" ! :3: Parameter 'id' is missing",
                "[object \"a\"]|size = \"1M\" ! :2: Parameter 'qom-type' is missing",
                "[object \"a\"]|qom-type=\"memory-backend-ram\" ! :2: Parameter 'qom-type' is missing",
                "[object \"a\"]|qom-type = memory-backend-ram ! :2: Parameter 'qom-type' does not accept value ''",
                "[object \"a\"]|qom-type = \"nope\" ! :2: Parameter 'qom-type' does not accept value 'nope'",
                "[object \"a\"]|size = \"zz\"|qom-type = \"memory-backend-ram\" ! :3: Parameter 'size' expects size",
                "[object \"a\"]|qom-type = \"memory-backend-ram\"|foo = \"1\"|size = \"1\" ! :4: Parameter 'foo' is unexpected",
                "[object \"a\"]|qom-type = \"memory-backend-ram\"|size = \"1M\"|a.b = \"1\" ! :4: Parameter 'a' is unexpected",
                "[object \"a\"]|x = \"1\"|x.y = \"1\" ! :3: Cannot mix scalar and non-scalar keys",
                "[object \"a\"]|x.0 = \"1\"|x.y = \"1\" ! :3: Cannot mix list and non-list keys",
                "[object \"a\"]|x.1 = \"1\" ! :2: List indices are not contiguous, saw 1 elements but 1 largest index",
                "[machine]|0 = \"1\" ! :2: Lists cannot be at top level of a configuration section",
                "[machine]|type.x = \"1\" ! :2: Parameter 'type' used inconsistently",
                "[memory]|size = \"x\" ! :2: Parameter 'size' expects a non-negative number below 2^64",
                "[memory]|size = \"x\"|[rtc]|base = \"utc\" ! :2: Parameter 'size' expects a non-negative number below 2^64|Optional suffix k, M, G, T, P or E means kilo-, mega-, giga-, tera-, peta-|and exabytes, respectively.",
                "[memory]|size = \"x\"|id = \"a\" ! :3: Invalid parameter 'id'",
                "[overcommit]|foo = \"a\"|mem-lock = \"x\" ! :3: Parameter 'mem-lock' expects 'on' or 'off'",
                "[memory]|size = \"1\"|foo = \"1\" ! :3: Invalid parameter 'foo'",
                "[memory \"a\"]|size = \"1\" ! :2: Invalid parameter 'id'",
                "[name]|guest = \"a\"|debug-threads = \"x\" ! :3: Parameter 'debug-threads' expects 'on' or 'off'",
                "[name \"a\"]|guest = \"a\" ! :2: Invalid parameter 'id'",
                "[mon \"m\"]|chardev = \"a\" ! :2: chardev \"a\" not found",
                "[mon \"m\"]|foo = \"a\" ! :2: Invalid parameter 'foo'",
                "[chardev \"c\"]|backend = \"nope\" ! :2: 'nope' is not a valid char driver name",
                "[chardev]|backend = \"null\" ! :2: chardev: no id specified",
                "[chardev \"c\"]|backend = \"null\"|[chardev \"c\"]|backend = \"null\" ! :4: Duplicate ID 'c' for chardev",
                "[accel]|accel = \"nope\" ! :2: invalid accelerator nope",
                "[rtc]|foo = \"1\" ! :2: Invalid parameter 'foo'"
            })
    void mistakeInAGroupIsToldWithTheLastLineOfIt(String text, String told) throws IOException {
        refused(text, "qom:{dir}/f" + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[machine]|type = \"nope\" ! unsupported machine type|Use -machine help to list supported machines",
                "[machine]|foo = \"1\" ! Property 'none-machine.foo' not found",
                "[machine \"x\"]|type = \"none\" ! Property 'none-machine.id' not found",
                "[machine]|accel = \"nope\" ! invalid accelerator nope",
                "[memory]|size = \"4\"|[memory]|slots = \"2\" ! slots specified but no max-size",
                "[smp-opts]|cpus = \"2\" ! Invalid SMP CPUs 2. The max CPUs supported by machine 'none' is 1",
                "[smp-opts]|foo = \"2\" ! Parameter 'smp.foo' is unexpected",
                "[boot-opts]|order = \"zz\" ! Invalid boot device 'z'",
                "[object \"1x\"]|qom-type = \"memory-backend-ram\"|size = \"1M\" ! Parameter 'id' expects an identifier|Identifiers consist of letters, digits, '-', '.', '_', starting with a letter.",
                "[object \"a\"]|qom-type = \"memory-backend-ram\"|size = \"1M\"|[object \"a\"]|qom-type = \"memory-backend-ram\"|size = \"1M\" ! attempt to add duplicate property 'a' to object (type 'container')"
            })
    void whatIsCheckedLaterHasNoPlace(String text, String told) throws IOException {
        refused(text, "qom: " + told);
    }

    private void refused(String text, String told) throws IOException {
        try (CommandStart start = read(text)) {
            assertThat(start.err()).isEqualTo(told);
            assertThat(start.status()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "# one|[object \"m0\"]|  qom-type = \"memory-backend-ram\"|  size = \"1M\"",
                "[ object \"m0\" ]|qom-type = \"memory-backend-ram\"|size = \"1M\"",
                "[object \"m0\"] x|qom-type = \"memory-backend-ram\" y|size =\"1M\" z",
                "[object]|id = \"m0\"|qom-type = \"memory-backend-ram\"|size = \"2M\"|size = \"1M\"",
                "[object \"m0\"]|qom-type = \"memory-backend-ram\"|size = \"1M\"|host-nodes.0 = \"0\"|policy = \"bind\""
            })
    void objectGroupMakesAnObject(String text) throws IOException {
        try (CommandStart start = read(text)) {
            assertThat(start.err()).isEmpty();
            assertThat(start.qom().resolve("/objects/m0").getLong("size")).isEqualTo(1 << 20);
        }
    }

    @Test
    void groupsAddToWhatOptionsSaid() throws IOException {
        try (CommandStart start = read("[memory]|maxmem = \"2M\"|slots = \"1\"|", "-m", "1M")) {
            assertThat(start.err()).isEmpty();
            assertThat(start.qom().resolve("/objects/ram").getLong("size")).isEqualTo(1 << 20);
        }
    }

    @Test
    void dottedNamesOfTheMachineGroupAreMembers() throws IOException {
        try (CommandStart start = read("[machine]|memory.size = \"4M\"|")) {
            assertThat(start.qom().resolve("/objects/ram").getLong("size")).isEqualTo(4 << 20);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{dir} ! Cannot read config file: Is a directory",
                "{dir}/none ! Could not open '{dir}/none': No such file or directory",
                "{dir}/f/x ! Could not open '{dir}/f/x': Not a directory"
            })
    void fileThatCannotBeReadIsTold(String file, String told) throws IOException {
        Files.writeString(folder.resolve("f"), "");
        try (CommandStart start = CommandStart.with(folder, "-readconfig", file)) {
            assertThat(start.err()).isEqualTo("qom: -readconfig " + file + ": " + told);
        }
    }
}
