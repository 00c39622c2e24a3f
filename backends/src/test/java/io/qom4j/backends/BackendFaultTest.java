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
                .module(new BackendsModule())
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
                if (Files.exists(folder.resolve("m"))) {
                    left.add("file of " + Files.size(folder.resolve("m")));
                }
            }
            faults.stopFailing();
        }
        Files.deleteIfExists(folder.resolve("m"));
        return new Outcome(faults.failed(), refused, left);
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
}
