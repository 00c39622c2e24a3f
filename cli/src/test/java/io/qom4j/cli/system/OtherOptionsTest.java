// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.machine.RunControl;
import io.qom4j.machine.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that are not about objects, the machine or monitors: which are accepted, and QEMU 7.2's texts for the others. */
class OtherOptionsTest {
    @TempDir
    Path folder;

    private CommandStart line(String options) {
        return CommandStart.line(folder, options);
    }

    private void refused(String options, String text) {
        try (CommandStart refused = line(options)) {
            assertThat(refused.err()).isEqualTo(text);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.runs()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-name a,debug-threads=x ! Parameter 'debug-threads' expects 'on' or 'off'",
                "-name a,debug-threads= ! Parameter 'debug-threads' expects 'on' or 'off'",
                "-name a,foo=1 ! Invalid parameter 'foo'",
                "-name a,id=b ! Invalid parameter 'id'",
                "-uuid x ! failed to parse UUID string: wrong format",
                "-uuid 0000000g-0000-0000-0000-000000000001 ! failed to parse UUID string: wrong format",
                "-display foo=1 ! Parameter 'type' is missing",
                "-display nope ! Parameter 'type' does not accept value 'nope'",
                "-display none,type=nope ! Parameter 'type' does not accept value 'nope'",
                "-display none,foo=1 ! Parameter 'foo' is unexpected",
                "-display none,id=a ! Parameter 'id' is unexpected",
                "-display none,foo ! Expected '=' after parameter 'foo'",
                "-display none,gl=x ! Parameter 'gl' does not accept value 'x'",
                "-display none,full-screen=x ! Parameter 'full-screen' expects 'on' or 'off'",
                "-display , ! Invalid parameter ''",
                "-display none,help ! Help is not available for this option",
                "-display {\"type\":\"none\",\"foo\":1} ! Parameter 'foo' is unexpected",
                "-display { ! JSON parse error, premature EOI",
                "-rtc foo=1 ! Invalid parameter 'foo'",
                "-rtc id=a ! Invalid parameter 'id'",
                "-sandbox id=1x ! Parameter 'id' expects an identifier|Identifiers consist of letters, digits, '-', '.', '_', starting with a letter.",
                "-chardev foo=1,null ! Invalid parameter 'foo'",
                "-chardev null,id=a,help=1 ! Invalid parameter 'help'",
                "-mon c0,id=1x ! Parameter 'id' expects an identifier|Identifiers consist of letters, digits, '-', '.', '_', starting with a letter.",
                "-msg foo=1 ! Invalid parameter 'foo'",
                "-overcommit mem-lock=x ! Parameter 'mem-lock' expects 'on' or 'off'",
                "-sandbox x ! Parameter 'enable' expects 'on' or 'off'",
                "-sandbox on,spawn=x ! invalid argument for spawn",
                "-sandbox on,elevateprivileges=x ! invalid argument for elevateprivileges",
                "-serial tcp::1 ! there are no such devices here: only 'none' can be asked for",
                "-net user ! there are no such devices here: only 'none' can be asked for",
                "-vnc :1 ! there are no such devices here: only 'none' can be asked for"
            })
    void wrongArgumentIsRefusedAtItsOption(String options, String text) {
        refused(options, "qom: " + options + ": " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-display none,gl=on ! OpenGL is not supported by the display",
                "-display gtk ! Display 'gtk' is not available.",
                "-vga nope ! unknown vga type: nope",
                "-rtc base=nope ! invalid datetime format|valid formats: '2006-06-17T16:01:21' or '2006-06-17'",
                "-rtc clock=nope ! invalid option value 'nope'",
                "-rtc driftfix=nope ! invalid option value 'nope'",
                "nope -name a ! nope: Could not open 'nope': No such file or directory",
                "-device e1000 ! -device: this option of QEMU is not supported; qom system -help lists those that are",
                "--daemonize ! --daemonize: this option of QEMU is not supported; qom system -help lists those that are",
                "-nope ! -nope: invalid option",
                "---name a ! ---name: invalid option",
                "nope -nope ! -nope: invalid option",
                "-qmp null -mon c0,id=compat_monitor0 ! -mon c0,id=compat_monitor0: Duplicate ID 'compat_monitor0' for mon",
                "-chardev help -machine nope ! unsupported machine type|Use -machine help to list supported machines",
                "-m x -nope ! -nope: invalid option",
                "-m x -name ! -name: requires an argument",
                "-pidfile {dir}/no/p -machine nope ! cannot create PID file: Could not create '{dir}/no/p': No such file or directory",
                "-pidfile {dir} ! cannot create PID file: Could not create '{dir}': Is a directory"
            })
    void whatCannotBeIsRefused(String options, String text) {
        refused(options, "qom: " + text);
    }

    @ParameterizedTest
    @CsvSource({
        "--name a",
        "-name a -name b",
        "'-name guest=a,process=p,debug-threads=on'",
        "-name a -name process=p",
        "-uuid AAAAAAAA-bbbb-cccc-dddd-EEEEEEEEEEEE",
        "'-display none,gl=off,full-screen=on,show-cursor=on,'",
        "'-display {\"type\":\"none\"}'",
        "-serial null -parallel null -serial none -vga none -net none -nic none -vnc none",
        "'-rtc base=utc,clock=host,driftfix=none'",
        "-rtc base=2000-01-01T00:00:00",
        "'-msg timestamp=on,guest-name=off -overcommit mem-lock=off,cpu-pm=on -sandbox off'",
        "-nographic -no-user-config -no-reboot -no-shutdown -k en-us -L /tmp"
    })
    void whatDoesNoHarmIsAccepted(String options) {
        try (CommandStart start = line(options)) {
            assertThat(start.err()).isEmpty();
            assertThat(start.runs()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-vga std ! qom: warning: A -vga option was passed but this machine type does not use that option; No VGA device has been created",
                "-display none,window-close=on ! qom: window-close is only valid for GTK and SDL, ignoring option",
                "-sandbox on ! qom: -sandbox on: warning: there is no sandbox here: this process may do what its user may",
                "-name a,debug-threads ! qom: -name a,debug-threads: warning: short-form boolean option 'debug-threads' deprecated|Please use debug-threads=on instead"
            })
    void whatHasNoEffectIsAcceptedWithAWarning(String options, String text) {
        try (CommandStart start = line(options)) {
            assertThat(start.err()).isEqualTo(text);
            assertThat(start.runs()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-name a,help ! 1 ! name options:|  debug-threads=<bool (on/off)>|  guest=<str>|  process=<str>",
                "-rtc help ! 1 ! rtc options:|  base=<str>|  clock=<str>|  driftfix=<str>",
                "-mon c0,help ! 1 ! mon options:|  chardev=<str>|  mode=<str>|  pretty=<bool (on/off)>",
                "-chardev help ! 0 ! Available chardev backend types: |  null|  socket|  stdio",
                "-display help ! 0 ! Available display backend types:|none"
            })
    void helpIsPrintedInsteadOfAStart(String options, int status, String text) {
        try (CommandStart start = line(options)) {
            assertThat(start.out()).isEqualTo(text);
            assertThat(start.status()).isEqualTo(status);
        }
    }

    @Test
    void messagesBearTheTimeOnceThatIsAskedFor() {
        try (CommandStart start = line("-msg timestamp=on -m x")) {
            assertThat(start.err())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.]\\d{6}Z qom: -m x: Parameter 'size' .*"
                            + "[|]Optional suffix .*[|]and exabytes, respectively[.]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-msg guest-name=on -name a -machine nope ! a qom: unsupported machine type|Use -machine help to list supported machines",
                "-name a -msg guest-name=on -m foo=1 ! qom: -m foo=1: Invalid parameter 'foo'",
                "-msg guest-name=on -msg timestamp=off -name a -machine foo=1 ! qom: Property 'none-machine.foo' not found"
            })
    void messagesBearTheNameOfTheGuestOnceAllOptionsAreRead(String options, String text) {
        refused(options, text);
    }

    @ParameterizedTest
    @CsvSource({"sandbox", "msg", "overcommit", "mon"})
    void groupOfANameComesOnce(String group) {
        refused("-" + group + " id=a -" + group + " id=a", "qom: -" + group + " id=a: Duplicate ID 'a' for " + group);
    }

    @Test
    void machineIsStartedUnlessItShallWait() {
        try (CommandStart start = CommandStart.alone(folder, "-machine", "none")) {
            assertThat(start.qom().service(RunControl.class).state()).isEqualTo(RunState.RUNNING);
        }
        try (CommandStart start = CommandStart.alone(folder, "-machine", "none", "-S")) {
            assertThat(start.qom().service(RunControl.class).state()).isEqualTo(RunState.PRELAUNCH);
        }
    }

    @Test
    void settingsOfTheClockAddUp() {
        try (CommandStart start = line("-rtc base=nope -rtc base=utc")) {
            assertThat(start.err()).isEmpty();
        }
    }

    @Test
    void emptyDisplayHasNoType() {
        try (CommandStart start = CommandStart.with(folder, "-display", "")) {
            assertThat(start.err()).isEqualTo("qom: -display : Parameter 'type' is missing");
        }
    }

    @Test
    void diskThatThereIsIsRefusedForWantOfAMachine() throws IOException {
        Files.writeString(folder.resolve("disk"), "");
        refused("{dir}/disk", "qom: {dir}/disk: disk images need a machine, and there is none here");
    }
}
