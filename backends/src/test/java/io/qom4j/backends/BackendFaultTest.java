// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.property.Origins;
import io.qom4j.core.text.WarningSink;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.host.FailingHost;
import io.qom4j.exec.host.Host;
import io.qom4j.exec.ram.RamList;
import io.qom4j.exec.ram.RamListOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each system call of an allocation fails in turn, and nothing may be left of the backend that it was for. */
class BackendFaultTest {
    @TempDir
    Path folder;

    /** What one call's failure led to. */
    private record Outcome(String failedCall, boolean wasRefused, List<String> left) {}

    private Outcome addWithFailure(int failing, String json) throws IOException {
        FailingHost faults = new FailingHost(Host.system(), failing);
        boolean refused = false;
        List<String> left = new ArrayList<>();
        try (Qom qom = Qom.builder()
                .module(new ExecModule(faults.host(), RamListOptions.STANDARD))
                .module(new BackendsModule(
                        BackendOptions.STANDARD.withRelease(QemuRelease.V10_0), new EpcDevice(Path.of("/dev/zero"))))
                .build()) {
            JsonDocument document = JsonReader.lenient().read(json, "test");
            try {
                qom.objects()
                        .add(
                                () -> JsonInputVisitor.config(document, JsonDocument.ROOT, WarningSink.IGNORE),
                                Origins.API);
            } catch (QomException expected) {
                refused = true;
                faults.stopFailing();
                qom.objects().all().forEach(object -> left.add(object.toString()));
                qom.service(RamList.class).snapshot().forEach(block -> left.add(block.toString()));
                faults.mapped().forEach((address, length) -> left.add("mapping of " + length));
                faults.open().forEach(fd -> left.add("descriptor " + fd));
                left.addAll(filesLeft(faults.failed()));
            }
            faults.stopFailing();
        }
        Files.deleteIfExists(folder.resolve("m"));
        return new Outcome(faults.failed(), refused, left);
    }

    /** Returns what is left in the folder, and clears it; a name that could not be removed stays, of course. */
    private List<String> filesLeft(String failedCall) throws IOException {
        List<String> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!failedCall.equals("unlink")) {
                    left.add(file.getFileName() + " of " + Files.size(file));
                }
                Files.delete(file);
            }
        }
        return left;
    }

    private List<Outcome> refusals(String json) throws IOException {
        List<Outcome> refusals = new ArrayList<>();
        for (int failing = 1; ; failing++) {
            Outcome outcome = addWithFailure(failing, json);
            if (outcome.failedCall().isEmpty()) {
                return refusals;
            }
            if (outcome.wasRefused()) {
                refusals.add(outcome);
            }
        }
    }

    private static void requireNothingLeft(List<Outcome> refusals) {
        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.left())
                        .as("after a failing %s", outcome.failedCall())
                        .isEmpty());
    }

    @Test
    void nothingIsLeftOfAFileBackend() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 8192, 'share': true,"
                + " 'pmem': true, 'prealloc': true, 'policy': 'bind', 'host-nodes': [0], 'mem-path': '"
                + folder.resolve("m") + "'}"));
    }

    @Test
    void nothingIsLeftOfAnAnonymousBackend() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': 8192, 'prealloc': true}"));
    }

    @Test
    void nothingIsLeftOfAMemoryFileBackend() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-memfd', 'id': 'm', 'size': 8192, 'prealloc': true}"));
    }

    @Test
    void nothingIsLeftOfAReadOnlyFileBackendWithAnOffset() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 8192, 'offset': 4096,"
                + " 'reserve': false, 'mem-path': '" + folder.resolve("m") + "'}"));
    }

    @Test
    void nothingIsLeftOfAFileBackendInADirectory() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-file', 'id': 'm', 'size': 8192, 'prealloc': true,"
                + " 'share': true, 'mem-path': '" + folder + "'}"));
    }

    @Test
    void nothingIsLeftOfASharedMemoryBackend() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-shm', 'id': 'm', 'size': 8192, 'prealloc': true}"));
    }

    @Test
    void nothingIsLeftOfAnEnclaveBackend() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-epc', 'id': 'm', 'size': 8192}"));
    }

    @Test
    void nothingIsLeftOfASharedAnonymousBackendThatIsBound() throws IOException {
        requireNothingLeft(refusals("{'qom-type': 'memory-backend-ram', 'id': 'm', 'size': 8192, 'share': true,"
                + " 'reserve': false, 'policy': 'interleave', 'host-nodes': [0], 'dump': false, 'merge': false}"));
    }
}
