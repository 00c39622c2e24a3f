// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.event.QomEvent;
import io.qom4j.core.event.Subscription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A load that is stopped before each of its steps in turn: the runtime is as before, and nobody hears of anything. */
class FaultInjectionTest {
    private static final String DOCUMENT = """
            {
              'defaults': {'drive': {'level': 3}},
              'globals': {'bus': {'label': 'g'}},
              'objects': [
                {'qom-type': 'drive', 'id': 'd0', 'size': '4k', 'bus': 'b1', 'mirror': 'd1'},
                {'qom-type': 'bus', 'id': 'b0', 'boot': 'c0', 'children': [{'qom-type': 'drive', 'id': 'c0', 'size': 1}]},
                {'qom-type': 'bus', 'id': 'b1', 'upstream': 'before'},
                {'qom-type': 'drive', 'id': 'd1', 'size': 2, 'built': {'tm_year': 100, 'tm_mon': 1, 'tm_mday': 3,
                  'tm_hour': 4, 'tm_min': 5, 'tm_sec': 6}}
              ]
            }
            """;

    private final Workshop workshop = new Workshop();
    private final Qom qom = workshop.runtime();

    @AfterEach
    void close() {
        qom.close();
    }

    /** What a fault throws, which nothing but the test knows. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static List<String> tree(QomObject from) {
        List<String> paths = new ArrayList<>();
        paths.add(from + " " + from.references());
        from.children().forEach(child -> paths.addAll(tree(child)));
        return paths;
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        try (Qom other = Workshop.open()) {
            Documents.load(other, "{'qom-type': 'bus', 'id': 'before'}");
            ConfigLoader.of(other)
                    .text(DOCUMENT, "vm.json")
                    .progress((stage, subject) -> steps.add(stage + " " + subject))
                    .load();
        }
        return steps;
    }

    private void stopBefore(int step) {
        int[] left = {step};
        ConfigLoader loader = ConfigLoader.of(qom).text(DOCUMENT, "vm.json").progress((stage, subject) -> {
            if (left[0]-- == 0) {
                throw new Fault();
            }
        });
        assertThatThrownBy(loader::load).isInstanceOf(Fault.class);
    }

    @Test
    void stepsAreToldInTheOrderOfTheStages() {
        List<String> steps = steps();
        assertThat(steps)
                .startsWith("PARSE vm.json", "CHECK ", "ORDER ", "CREATE /objects/b1", "SET /objects/b1.upstream")
                .containsSubsequence("COMPLETE /objects/b1", "CREATE /objects/d1", "COMPLETE /objects/d1")
                .containsSubsequence("CREATE /objects/b0", "CREATE /objects/b0/c0", "SET /objects/b0.boot")
                .endsWith("PUBLISH ");
        Set<LoadStage> seen = EnumSet.noneOf(LoadStage.class);
        steps.forEach(step -> seen.add(LoadStage.valueOf(step.substring(0, step.indexOf(' ')))));
        assertThat(seen).containsExactlyInAnyOrder(LoadStage.values());
    }

    @Test
    void faultBeforeAnyStepLeavesTheTreeTheDefaultsAndTheReferencesAsTheyWere() {
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'before'}");
        List<String> before = tree(qom.root());
        int count = steps().size();
        assertThat(count).isGreaterThanOrEqualTo(25);
        for (int step = 0; step < count; step++) {
            stopBefore(step);
            assertThat(tree(qom.root())).as("step " + step).isEqualTo(before);
            assertThat(qom.types().globals().state()).as("step " + step).isNotNull();
            QomObject bus = qom.newObject("bus");
            assertThat(bus.getString("label")).isEmpty();
            bus.unref();
        }
        ConfigLoader.of(qom).text(DOCUMENT, "vm.json").load();
        assertThat(qom.objects().all()).hasSize(5);
    }

    @Test
    void nobodyHearsOfALoadThatFailed() throws InterruptedException {
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'before'}");
        BlockingQueue<List<QomEvent>> heard = new LinkedBlockingQueue<>();
        Subscription subscription = qom.events().listen(heard::add);
        int count = steps().size();
        for (int step = 0; step < count; step++) {
            stopBefore(step);
        }
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'after'}");
        List<QomEvent> first = heard.poll(30, TimeUnit.SECONDS);
        assertThat(first)
                .isNotNull()
                .allMatch(event -> "after".equals(event.object().name()));
        subscription.close();
    }

    @Test
    void loadThatIsTakenBackInItsTransactionIsNotHeardOf() throws InterruptedException {
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'before'}");
        List<String> before = tree(qom.root());
        BlockingQueue<List<QomEvent>> heard = new LinkedBlockingQueue<>();
        Subscription subscription = qom.events().listen(heard::add);
        qom.exclusively(() -> {
            ConfigLoader.Loaded loaded =
                    ConfigLoader.of(qom).text(DOCUMENT, "vm.json").load();
            loaded.takeBack();
            loaded.takeBack();
        });
        assertThat(tree(qom.root())).isEqualTo(before);
        Documents.load(qom, "{'qom-type': 'bus', 'id': 'after'}");
        assertThat(heard.poll(30, TimeUnit.SECONDS))
                .isNotNull()
                .allMatch(event -> "after".equals(event.object().name()));
        subscription.close();
    }
}
