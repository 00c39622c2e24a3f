// SPDX-License-Identifier: Apache-2.0
package io.qom4j.backends;

import io.qom4j.core.Qom;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.property.Origins;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.List;

/** A runtime with the backends, and the warnings it gave. */
final class Backends implements AutoCloseable {
    final List<String> warnings = new ArrayList<>();
    final Qom qom;

    /** Makes a runtime with QEMU 7.2's backends. */
    Backends() {
        this(new BackendsModule());
    }

    /** Makes a runtime with a release's backends. */
    Backends(QemuRelease release) {
        this(new BackendsModule(BackendOptions.STANDARD.withRelease(release)));
    }

    Backends(BackendsModule module) {
        this(Qom.builder().discoverModules().module(module));
    }

    Backends(Qom.Builder builder) {
        qom = builder.warnings(warning -> warnings.add(warning.message())).build();
    }

    /** Makes a backend from JSON, where single quotes will do. */
    <B extends HostMemoryBackend> B add(String json, Class<B> type) {
        JsonDocument document = JsonReader.lenient().read(json, "test");
        return qom.objects()
                .add(() -> JsonInputVisitor.config(document, JsonDocument.ROOT, WarningSink.IGNORE), Origins.API)
                .as(type);
    }

    HostMemoryBackend add(String json) {
        return add(json, HostMemoryBackend.class);
    }

    @Override
    public void close() {
        qom.close();
    }
}
