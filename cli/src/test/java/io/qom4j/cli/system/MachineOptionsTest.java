// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code -machine}, {@code -m}, {@code -smp}, {@code -boot} and {@code -accel} make, and QEMU 7.2's texts where they are wrong. */
class MachineOptionsTest {
    private static final String SUFFIXES =
            "|Optional suffix k, M, G, T, P or E means kilo-, mega-, giga-, tera-, peta-|and exabytes, respectively.";

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
    @CsvSource({
        "-m 1, 1048576",
        "-m size=1, 1048576",
        "-m 1M, 1048576",
        "-m 1.5M, 1572864",
        "-m 1b, 8192",
        "-m 9000b, 16384",
        "-m 0x100000b, 16785408",
        "-m +1M, 1048576",
        "'-m 1M,size=2M', 2097152",
        "-m 1M -m 2M, 2097152",
        "-m 0 -m 128, 134217728",
        "'-m 1M,maxmem=2M,slots=2', 1048576",
        "'-m 1M,maxmem=2M -m 512k', 524288",
        "'-m 1M,maxmem=3M,slots=-1', 1048576",
        "'-m 1,maxmem=1M,slots=0', 1048576",
        "'-machine none,memory.size=4M', 4194304",
        "'-machine none,memory.size=4', 8192",
        "'-machine none,memory.size=4M -m 1M', 1048576",
        "'-machine none,memory.size=4M -m 0', 4194304",
    })
    void amountOfMemoryIsThatOfTheBackendThatIsMadeForIt(String options, long bytes) {
        try (CommandStart start = line(options)) {
            assertThat(start.err()).isEmpty();
            assertThat(start.qom().resolve("/objects/ram").getLong("size")).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-m 0",
        "'-m 0,maxmem=1M'",
        "'-m maxmem=1T,slots=2'",
        "-m 128 -m 0",
        "-m 18446744073709551615b",
        "'-machine none,memory.max-size=2M'"
    })
    void machineWithoutAnAmountHasNoMemory(String options) {
        try (CommandStart start = line(options)) {
            assertThat(start.err()).isEmpty();
            assertThat(start.qom().objects().all()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"-m x", "-m 1x", "-m -1", "-m 1.5", "-m ?", "-m help", "'-m ,'", "-m size=", "-m 1e3", "'-m 1,,5'"})
    void amountThatIsNoneIsRefusedWithTheSuffixesThatThereAre(String options) {
        refused(options, "qom: " + options + ": Parameter 'size' expects a non-negative number below 2^64" + SUFFIXES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-m 1M,slots=2 ! slots specified but no max-size",
                "-m 1M,slots=0 ! slots specified but no max-size",
                "-m slots=2 ! slots specified but no max-size",
                "-m 1M -m slots=2 ! slots specified but no max-size",
                "-m 2M,maxmem=1M ! invalid value of maxmem: maximum memory size (0x100000) must be at least the initial memory size (0x200000)",
                "-m 1M,maxmem=1 ! invalid value of maxmem: maximum memory size (0x1) must be at least the initial memory size (0x100000)",
                "-m 1M,maxmem=1M -m 3M ! invalid value of maxmem: maximum memory size (0x100000) must be at least the initial memory size (0x300000)",
                "-machine memory.size=4M -m maxmem=1M ! invalid value of maxmem: maximum memory size (0x100000) must be at least the initial memory size (0x400000)",
                "-m 1M,maxmem=1M,slots=2 ! invalid value of maxmem: memory slots were specified but maximum memory size (0x100000) is equal to the initial memory size (0x100000)",
                "-m 9999999999999999999 ! Parameter 'memory.size' expects size",
                "-machine memory=4M ! Parameter 'memory' used inconsistently",
                "-machine memory.0=1 ! Parameter 'memory' used inconsistently",
                "-m 1M -object memory-backend-ram,id=ram,size=1M ! object name 'ram' is reserved for the default RAM backend, it can't be used for any other purposes. Change the object's 'id' to something else",
                "-machine memory-backend=a,memory.size=2M -object memory-backend-ram,id=a,size=1M ! Machine memory size does not match the size of the memory backend",
                "-machine memory-backend=a,memory.size=0 -object memory-backend-ram,id=a,size=1M ! Machine memory size does not match the size of the memory backend"
            })
    void memoryThatDoesNotFitTogetherIsRefused(String options, String text) {
        refused(options, "qom: " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-m 1M,slots=x ! Parameter 'slots' expects a number",
                "-m 1M,slots= ! Parameter 'slots' expects a number",
                "-m 1M,slots=99999999999999999999 ! Value '99999999999999999999' is too large for parameter 'slots'",
                "-m 16E ! Value '16E' is out of range for parameter 'size'",
                "-m 1M,foo=1 ! Invalid parameter 'foo'",
                "-m foo=1,help ! Invalid parameter 'foo'",
                "-m 1M,help=1 ! Invalid parameter 'help'",
                "-m 1M,id=a ! Invalid parameter 'id'",
                "-smp 1,cores ! Expected '=' after parameter 'cores'",
                "-smp , ! Invalid parameter ''",
                "-boot c,once ! Expected '=' after parameter 'once'",
                "-accel nope ! invalid accelerator nope",
                "-accel tcg,foo=1 ! Property 'tcg-accel.foo' not found",
                "-accel tcg,thread=x ! Invalid 'thread' setting x",
                "-accel tcg,tb-size=-1 ! Parameter 'tb-size' expects uint32_t",
                "-accel tcg,tb-size=x ! Parameter 'tb-size' expects uint64",
                "-accel tcg,help ! Property 'tcg-accel.help' not found"
            })
    void wrongMemberIsRefusedAtItsOption(String options, String text) {
        refused(options, "qom: " + options + ": " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-machine memory=4M -m 1M ! -m 1M: Parameter 'memory' used inconsistently",
                "-machine memory.size.x=4M -m 1M ! -m 1M: Parameter 'memory.size' used inconsistently",
                "-machine smp=1 -smp 1 ! -smp 1: Parameter 'smp' used inconsistently",
                "-smp 1 -machine smp=1 ! -machine smp=1: Parameters 'smp.*' used inconsistently",
                "-machine boot.order.x=c -boot c ! -boot c: Parameter 'boot.order' used inconsistently"
            })
    void valueWhereAStructIsIsRefusedByTheOptionThatComesLater(String options, String text) {
        refused(options, "qom: " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-machine nope ! unsupported machine type|Use -machine help to list supported machines",
                "-machine foo=1 ! Property 'none-machine.foo' not found",
                "-machine a_b=1 ! Property 'none-machine.a-b' not found",
                "-machine dump_guest_core=off,dump-guest-core=on ! Conflict between 'dump_guest_core' and 'dump-guest-core'",
                "-machine accel.x=1 ! Property 'none-machine.accel' not found",
                "-machine memory-backend.x=1 ! Parameters 'memory-backend.*' are unexpected",
                "-machine memory-backend=nope ! Memory backend 'nope' not found",
                "-machine usb=x ! Parameter 'usb' expects 'on' or 'off'",
                "-machine kernel=x ! The -kernel parameter is not supported (use the generic 'loader' device instead).",
                "-append x -kernel y ! The -kernel parameter is not supported (use the generic 'loader' device instead).",
                "-machine append=x ! -append only allowed with -kernel option",
                "-append x ! -append only allowed with -kernel option",
                "-machine initrd=x ! -initrd only allowed with -kernel option",
                "-initrd x ! -initrd only allowed with -kernel option",
                "-no-acpi ! Property 'none-machine.acpi' not found",
                "-no-hpet ! Property 'none-machine.hpet' not found",
                "-smp 2 ! Invalid SMP CPUs 2. The max CPUs supported by machine 'none' is 1",
                "-smp 1 -smp 2 ! Invalid SMP CPUs 2. The max CPUs supported by machine 'none' is 1",
                "-smp x ! Parameter 'smp.cpus' expects integer",
                "-smp -1,maxcpus=2 ! Invalid CPU topology: maxcpus must be equal to or greater than smp: sockets (1) * cores (2) * threads (1) == maxcpus (2) < smp_cpus (4294967295)",
                "-smp foo=1 ! Parameter 'smp.foo' is unexpected",
                "-boot zz ! Invalid boot device 'z'",
                "-boot menu=x ! Parameter 'boot.menu' expects 'on' or 'off'",
                "-boot once=d ! no function defined to set boot device list for this architecture",
                "-machine accel=nope ! invalid accelerator nope",
                "-machine accel= ! no accelerator found",
                "-machine accel=a:b ! invalid accelerator a|qom: invalid accelerator b",
                "-accel tcg -machine accel=tcg ! The -accel and \"-machine accel=\" options are incompatible"
            })
    void machineThatCannotBeIsRefused(String options, String text) {
        refused(options, "qom: " + text);
    }

    @ParameterizedTest
    @CsvSource({
        "-smp 1 -boot c -usb -bios x -dtb x -enable-kvm",
        "'-smp 1,sockets=1,cores=1,threads=1,maxcpus=1'",
        "'-boot order=c,menu=on,splash=a,splash-time=5,reboot-timeout=6,strict=off'",
        "-machine mem_merge=off",
        "'-machine none,kernel-irqchip=x,kvm-shadow-mem=1,igd-passthru=on'",
        "'-accel tcg,thread=single,tb-size=10,split-wx=off'",
        "-accel tcg -accel nope",
        "-machine accel=kvm:tcg",
        "-machine nope -machine none"
    })
    void whatDoesNoHarmIsAccepted(String options) {
        try (CommandStart start = line(options)) {
            assertThat(start.err()).isEmpty();
            assertThat(start.runs()).isTrue();
        }
    }

    @Test
    void backendMayBeGivenByItsPath() {
        try (CommandStart start = line("-machine memory-backend=/objects/a -object memory-backend-ram,id=a,size=1M")) {
            assertThat(start.qom().resolve("/machine").getString("memory-backend"))
                    .isEqualTo("/objects/a");
        }
    }

    @Test
    void acceleratorThatThereIsCountsAfterOneThatThereIsNot() {
        try (CommandStart start = line("-accel nope -accel tcg")) {
            assertThat(start.err()).isEqualTo("qom: -accel nope: invalid accelerator nope|qom: falling back to tcg");
            assertThat(start.runs()).isTrue();
        }
    }

    @Test
    void countOfNoProcessorsIsDeprecated() {
        try (CommandStart start = line("-smp 1,dies=0")) {
            assertThat(start.err())
                    .isEqualTo(
                            "qom: warning: Deprecated CPU topology (considered invalid): CPU topology parameters must be"
                                    + " greater than zero");
            assertThat(start.runs()).isTrue();
        }
    }

    @Test
    void wishesOfTheMachineReachTheBackendsOfTheSameCommandLine() {
        try (CommandStart start = line("-object memory-backend-ram,id=a,size=1M -machine mem-merge=off")) {
            assertThat(start.qom().resolve("/objects/a").getBool("merge")).isFalse();
        }
    }

    @Test
    void suffixOnAHexadecimalAmountIsDeprecatedWhereverItIsRead() {
        try (CommandStart start = line("-m 0x10M")) {
            assertThat(start.err())
                    .isEqualTo("qom: -m 0x10M: warning: Using a multiplier suffix on hex numbers is deprecated: 0x10M|"
                            + "qom: warning: Using a multiplier suffix on hex numbers is deprecated: 0x10M");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-m 1M,help ! 1 ! memory options:|  maxmem=<size>|  size=<size>|  slots=<num>",
                "-smp help ! 0 ! smp-opts options:|  clusters=<num>|  cores=<num>|  cpus=<num>|  dies=<num>|  maxcpus=<num>|  sockets=<num>|  threads=<num>",
                "-boot c,help ! 0 ! boot-opts options:|  menu=<bool (on/off)>|  once=<str>|  order=<str>|  reboot-timeout=<num>|  splash-time=<num>|  splash=<str>|  strict=<bool (on/off)>",
                "-accel help ! 0 ! Accelerators supported in QEMU binary:|tcg|kvm",
                "-accel foo=1 ! 0 ! Accelerators supported in QEMU binary:|tcg|kvm",
                "-machine nope,help ! 0 ! Supported machines are:|none                 empty machine"
            })
    void helpIsPrintedInsteadOfAStart(String options, int status, String text) {
        try (CommandStart start = line(options)) {
            assertThat(start.out()).isEqualTo(text);
            assertThat(start.status()).isEqualTo(status);
            assertThat(start.runs()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "-machine foo=1 -object memory-backend-file,id=a,size=1M,mem-path={dir}/no/f ! Property 'none-machine.foo' not found",
                "-accel nope -machine foo=1 ! Property 'none-machine.foo' not found",
                "-accel nope -machine nope ! unsupported machine type|Use -machine help to list supported machines",
                "-m 1M,maxmem=1 -boot zz ! Invalid boot device 'z'",
                "-machine nope,append=x ! -append only allowed with -kernel option",
                "-mon nope -machine foo=1 ! Property 'none-machine.foo' not found"
            })
    void ofSeveralMistakesTheOneIsToldThatQemuComesToFirst(String options, String text) {
        refused(options, "qom: " + text);
    }
}
