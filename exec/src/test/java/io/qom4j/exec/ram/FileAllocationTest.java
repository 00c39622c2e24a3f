// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.ram;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.exec.host.Host;
import io.qom4j.exec.host.OpenFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAllocationTest {
    private static final RamBlockOwner OWNER = RamBlockOwner.named("m0");

    private final Host host = Host.system();
    private final List<String> warnings = new ArrayList<>();
    private final RamList list = new RamList(host, RamListOptions.STANDARD.withWarnings(warnings::add));

    @TempDir
    Path directory;

    @AfterEach
    void freeEverything() {
        list.close();
    }

    @Test
    void anAbsentFileIsCreatedAndMadeAsLongAsTheBlock() {
        RamBlock block = allocate("new", RamRequest.of(OWNER, 10_000));
        assertThat(directory.resolve("new")).hasSize(12_288);
        assertThat(block.usedLength()).isEqualTo(12_288);
        assertThat(block.size()).isEqualTo(10_000);
        assertThat(block.fileEffect()).isEqualTo(new FileEffect(path("new"), true, true, 0));
        list.free(block);
        assertThat(directory.resolve("new")).hasSize(12_288);
    }

    @Test
    void anEmptyFileIsMadeAsLongAsTheBlock() throws IOException {
        Files.createFile(directory.resolve("e"));
        allocate("e", RamRequest.of(OWNER, 8192));
        assertThat(directory.resolve("e")).hasSize(8192);
    }

    @Test
    void aLongerFileKeepsItsLength() throws IOException {
        write("big", 16_384, 0x5a);
        RamBlock block = allocate("big", RamRequest.of(OWNER, 4096));
        assertThat(block.segment().get(JAVA_BYTE, 4095)).isEqualTo((byte) 0x5a);
        assertThat(block.segment().byteSize()).isEqualTo(4096);
        list.free(block);
        assertThat(directory.resolve("big")).hasSize(16_384);
    }

    @Test
    void aShorterFileIsRefusedAndKept() throws IOException {
        write("small", 4096, 1);
        assertRefused(
                "small", RamRequest.of(OWNER, 8192), "backing store size 0x1000 does not match 'size' option 0x2000");
        assertThat(directory.resolve("small")).hasSize(4096);
    }

    @Test
    void theBlockCanStartInTheMiddleOfAFile() throws IOException {
        byte[] bytes = new byte[12_288];
        bytes[4096] = 7;
        Files.write(directory.resolve("f"), bytes);
        RamBlock block = list.allocator().allocateFromFile(RamRequest.of(OWNER, 8192), path("f"), 4096);
        assertThat(block.segment().get(JAVA_BYTE, 0)).isEqualTo((byte) 7);
        assertThat(block.fdOffset()).isEqualTo(4096);
    }

    @Test
    void anOffsetLeavesLessOfAFile() throws IOException {
        write("f", 8192, 1);
        assertThatThrownBy(() -> list.allocator().allocateFromFile(RamRequest.of(OWNER, 8192), path("f"), 4096))
                .hasMessage(
                        "m0 backing store size 0x2000 is too small for 'size' option 0x2000 plus 'offset' option 0x1000");
        assertThatThrownBy(() -> list.allocator().allocateFromFile(RamRequest.of(OWNER, 4096), path("f"), 100))
                .hasMessage("offset 0x64 must be multiples of page size 0x1000");
    }

    @Test
    void aShorterFileGrowsIfThatIsAskedFor() throws IOException {
        Path file = Files.write(directory.resolve("short"), new byte[5000]);
        Host host = Host.system();
        int fd = host.open(file.toString(), OpenFlags.O_RDWR, 0);
        RamBlock block = list.allocator()
                .allocateFromFd(RamRequest.of(OWNER, 8192).withFlags(QemuRamFlags.of(true, false)), fd, 4096, true);
        assertThat(file).hasSize(4096 + 8192);
        list.rollBack(block);
        assertThat(file).hasSize(5000);
    }

    @Test
    void alignmentsAreCheckedInQemusOrderAndTheCreatedFileIsRemoved() {
        assertRefused("al", aligned(3), "alignment 0x3 must be multiples of page size 0x1000");
        assertRefused("al", aligned(2048), "alignment 0x800 must be multiples of page size 0x1000");
        assertRefused("al", aligned(0x3000), "alignment 0x3000 must be a power of two");
        assertRefused("al", aligned(1L << 63), "unable to map backing store for guest RAM: Cannot allocate memory");
        assertThat(directory.resolve("al")).doesNotExist();
    }

    @Test
    void theAddressIsAlignedAsAsked() {
        RamBlock block = allocate("al", aligned(1 << 21));
        assertThat(block.address() % (1 << 21)).isZero();
        assertThat(block.align()).isEqualTo(1 << 21);
    }

    @Test
    void sizesBeyondEveryLimitAreRefusedAndLeaveNoFile() {
        assertRefused(
                "x", RamRequest.of(OWNER, -1), "memory size 0x0 must be equal to or larger than page size 0x1000");
        for (long size : new long[] {1L << 62, 1L << 63, 1L << 47, -4096L}) {
            assertRefused(
                    "x",
                    RamRequest.of(OWNER, size),
                    "unable to map backing store for guest RAM: Cannot allocate memory");
        }
        assertThat(directory.resolve("x")).doesNotExist();
    }

    @Test
    void whatCannotBeOpenedIsNamed() {
        assertRefused("a/b/c", "No such file or directory");
        assertThatThrownBy(() -> list.allocator().allocateFromFile(RamRequest.of(OWNER, 4096), "", 0))
                .hasMessage("can't open backing store  for guest RAM: No such file or directory");
        assertRefused("nodir/", "Is a directory");
    }

    @Test
    void aLinkThatPointsNowhereIsRefusedInsteadOfRetriedForEver() throws IOException {
        Files.createSymbolicLink(directory.resolve("dangling"), Path.of("nowhere"));
        assertRefused("dangling", "No such file or directory");
        assertThatThrownBy(() -> allocate("dangling", RamRequest.of(OWNER, 4096)))
                .isInstanceOfSatisfying(
                        RamException.class,
                        refusal -> assertThat(refusal.hints().getFirst())
                                .isEqualTo(path("dangling") + " is a symbolic link to nowhere, which does not exist"));
    }

    @Test
    void aLinkToAFileIsFollowed() throws IOException {
        write("t", 8192, 0x33);
        Files.createSymbolicLink(directory.resolve("l"), Path.of("t"));
        assertThat(allocate("l", RamRequest.of(OWNER, 4096)).segment().get(JAVA_BYTE, 0))
                .isEqualTo((byte) 0x33);
    }

    @Test
    void aDirectoryMeansAFileWithoutAName() throws IOException {
        RamBlock block = allocate("", RamRequest.of(RamBlockOwner.named("/objects/m0"), 8192));
        assertThat(directory).isEmptyDirectory();
        block.segment().fill((byte) 1);
        assertThat(host.fstat(block.fd()).size()).isEqualTo(8192);
    }

    @Test
    void aCharacterDeviceThatCanBeMappedWorks() {
        RamRequest shared = RamRequest.of(OWNER, 8192).withFlags(QemuRamFlags.of(true, false));
        RamBlock block = list.allocator().allocateFromFile(shared, "/dev/zero", 0);
        block.segment().set(JAVA_BYTE, 0, (byte) 1);
        assertThat(warnings).containsExactly("ftruncate: Invalid argument");
    }

    @Test
    void aDeviceThatCannotBeMappedIsRefused() {
        assertThatThrownBy(() -> list.allocator().allocateFromFile(RamRequest.of(OWNER, 8192), "/dev/null", 0))
                .hasMessage("unable to map backing store for guest RAM: No such device");
    }

    @Test
    void readonlyCreatesAnAbsentFileAsRelease72Does() {
        RamBlock block = allocate("none", readOnly());
        assertThat(directory.resolve("none")).hasSize(8192);
        assertThat(block.isReadOnly()).isTrue();
    }

    @Test
    void readonlyNeedsAnExistingFileByTheRulesOfRelease82() {
        try (RamList newer = new RamList(host, RamListOptions.STANDARD.withFileRules(FileRules.RELEASE_8_2))) {
            assertThatThrownBy(() -> newer.allocator().allocateFromFile(readOnly(), path("none"), 0))
                    .hasMessage(
                            "can't open backing store " + path("none") + " for guest RAM: No such file or directory");
            assertThatThrownBy(() -> newer.allocator().allocateFromFile(readOnly(), directory.toString(), 0))
                    .hasMessage("can't open backing store " + directory + " for guest RAM: Is a directory");
        }
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void readonlyRefusesADirectoryAndAnEmptyFile() throws IOException {
        assertRefused("", readOnly(), "unable to map backing store for guest RAM: No such device");
        Files.createFile(directory.resolve("e"));
        assertThatThrownBy(() -> allocate("e", readOnly()))
                .hasMessage("backing store " + path("e")
                        + " cannot be extended to 0x2000 bytes for guest RAM: Invalid argument");
    }

    @Test
    void readonlyFileCanBeTheTemplateOfAWritablePrivateBlock() throws IOException {
        write("template", 8192, 0x77);
        RamRequest request = RamRequest.of(OWNER, 8192).withFlags(RamFlags.of(RamFlags.RAM_READONLY_FD));
        RamBlock block = allocate("template", request);
        block.segment().set(JAVA_BYTE, 0, (byte) 1);
        assertThat(Files.readAllBytes(directory.resolve("template"))[0]).isEqualTo((byte) 0x77);
    }

    @Test
    void aSharedBlockWritesTheFileAndAPrivateOneDoesNot() throws IOException {
        write("f", 4096, 0);
        allocate("f", RamRequest.of(OWNER, 4096)).segment().set(JAVA_BYTE, 0, (byte) 1);
        assertThat(Files.readAllBytes(directory.resolve("f"))[0]).isZero();
        allocate("f", RamRequest.of(OWNER, 4096).withFlags(QemuRamFlags.of(true, false)))
                .segment()
                .set(JAVA_BYTE, 0, (byte) 2);
        assertThat(Files.readAllBytes(directory.resolve("f"))[0]).isEqualTo((byte) 2);
    }

    @Test
    void sharedPmemOffDaxWarnsInQemusWordsAndSaysWhy() {
        RamBlock block = allocate("pm", RamRequest.of(OWNER, 4096).withFlags(QemuRamFlags.of(true, true)));
        assertThat(block.isPmem()).isTrue();
        assertThat(block.isShared()).isTrue();
        assertThat(warnings)
                .containsExactly(
                        "Warning: requesting persistence across crashes for backend file " + path("pm")
                                + " failed. Proceeding without persistence, data might become corrupted in case of host crash.",
                        "warning: Using non DAX backing file with 'pmem=on' option is deprecated");
        assertThat(block.persistence().reason())
                .contains("Operation not supported")
                .contains("DAX");
    }

    @Test
    void privatePmemDoesNotWarnButSaysThatNothingPersists() {
        RamBlock block = allocate("pm", RamRequest.of(OWNER, 4096).withFlags(QemuRamFlags.of(false, true)));
        assertThat(warnings).isEmpty();
        assertThat(block.persistence()).isInstanceOf(PersistenceStatus.NotPersistent.class);
        assertThat(block.persistence().reason()).contains("share=off");
    }

    @Test
    void aFileInMemoryDoesNotPersist() throws IOException {
        Path file = Path.of("/dev/shm/qom-test-" + ProcessHandle.current().pid());
        try {
            RamRequest request = RamRequest.of(OWNER, 4096).withFlags(QemuRamFlags.of(true, false));
            RamBlock block = list.allocator().allocateFromFile(request, file.toString(), 0);
            assertThat(block.persistence()).isEqualTo(new PersistenceStatus.NotPersistent(file + " lives in memory"));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aDescriptorBelongsToTheBlockOnlyIfItWorked() throws IOException {
        write("f", 4096, 0);
        int fd = host.open(path("f"), OpenFlags.O_RDWR, 0);
        assertThatThrownBy(() -> list.allocator().allocateFromFd(RamRequest.of(OWNER, 8192), fd, 0))
                .isInstanceOf(RamException.class);
        RamBlock block = list.allocator().allocateFromFd(RamRequest.of(OWNER, 4096), fd, 0);
        assertThat(block.fd()).isEqualTo(fd);
        list.free(block);
        assertThatThrownBy(() -> host.fstat(fd)).hasMessage("fstat: Bad file descriptor");
    }

    @Test
    void rollingBackRemovesACreatedFileAndCutsAnExtendedOne() throws IOException {
        Files.createFile(directory.resolve("empty"));
        list.rollBack(allocate("new", RamRequest.of(OWNER, 4096)));
        list.rollBack(allocate("empty", RamRequest.of(OWNER, 4096)));
        assertThat(directory.resolve("new")).doesNotExist();
        assertThat(directory.resolve("empty")).isEmptyFile();
        assertThat(list.size()).isZero();
    }

    @Test
    void rollingBackSparesAFileThatSomebodyElsePutInItsPlace() throws IOException {
        RamBlock block = allocate("new", RamRequest.of(OWNER, 4096));
        Files.delete(directory.resolve("new"));
        write("new", 10, 1);
        list.rollBack(block);
        assertThat(directory.resolve("new")).hasSize(10);
    }

    private static RamRequest aligned(long align) {
        return RamRequest.of(OWNER, 8192).withAlign(align);
    }

    private static RamRequest readOnly() {
        return RamRequest.of(OWNER, 8192).withFlags(RamFlags.of(RamFlags.RAM_READONLY | RamFlags.RAM_READONLY_FD));
    }

    private RamBlock allocate(String name, RamRequest request) {
        return list.allocator().allocateFromFile(request, path(name), 0);
    }

    private void assertRefused(String name, String error) {
        assertRefused(
                name,
                RamRequest.of(OWNER, 4096),
                "can't open backing store " + path(name) + " for guest RAM: " + error);
    }

    private void assertRefused(String name, RamRequest request, String message) {
        int before = list.size();
        assertThatThrownBy(() -> allocate(name, request))
                .isInstanceOf(RamException.class)
                .hasMessage(message);
        assertThat(list.size()).isEqualTo(before);
    }

    private String path(String name) {
        return name.isEmpty() ? directory.toString() : directory + "/" + name;
    }

    private void write(String name, int size, int fill) throws IOException {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) fill);
        Files.write(directory.resolve(name), bytes);
    }
}
