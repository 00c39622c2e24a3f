// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.monitor.Monitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static final class Shy extends QomObject implements UserCreatable {}

    @Test
    void valueThatCannotBeReadIsLeftOut() {
        try (Qom qom = Runtimes.create(Terminal.err())) {
            qom.types()
                    .register(TypeInfo.of("shy", Shy.class)
                            .factory(Shy::new)
                            .interfaces(UserCreatable.TYPE_NAME)
                            .classInit(oc -> {
                                oc.addString(
                                        "secret",
                                        (Shy shy) -> {
                                            throw new PropertyException("not now");
                                        },
                                        null);
                                oc.addBool("open", (Shy shy) -> true, null);
                            })
                            .build());
            qom.objects().add("shy", "s0", Map.of());
            JsonDocument report = RunReport.of(Monitor.of(qom), List.of());
            assertThat(report.toJava(report.find("/objects/0/children/0/properties")))
                    .isEqualTo(Map.of("open", true));
        }
    }
}
