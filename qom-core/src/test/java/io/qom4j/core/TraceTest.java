// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.property.Origins;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a runtime tells Java Flight Recorder. */
class TraceTest {
    @TempDir
    Path folder;

    private final Qom qom = Qom.builder().build();

    private void register(String name) {
        qom.types()
                .register(Thing.userType(name)
                        .classInit(oc -> oc.addSize("size", (Thing t) -> t.number, (Thing t, long v) -> {
                                    if (v == 13) {
                                        throw new IllegalArgumentException("no luck");
                                    }
                                    t.number = v;
                                })
                                .defaultValue(1))
                        .instanceFinalize(thing -> {})
                        .build());
    }

    /** Returns this test's own events while something ran; other tests may run meanwhile. */
    private List<RecordedEvent> record(String type, Consumer<Recording> settings, Runnable what) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            settings.accept(recording);
            recording.start();
            what.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("io.qom4j.")
                        && Objects.equals(event.getString("type"), type))
                .toList();
    }

    private static List<String> names(List<RecordedEvent> events) {
        return events.stream()
                .map(event -> event.getEventType().getName().substring("io.qom4j.".length()))
                .toList();
    }

    @Test
    void lifeOfATypeAndOfItsObjectsIsRecorded() throws IOException {
        List<RecordedEvent> events = record("traced", recording -> recording.enable("io.qom4j.PropertySet"), () -> {
            register("traced");
            Thing thing = Thing.make(qom, "traced");
            qom.root().addChild("t0", thing);
            thing.setLong("size", 7);
            thing.unref();
            thing.unparent();
        });
        assertThat(names(events))
                .containsExactlyInAnyOrder(
                        "TypeRegistration", "ClassCreation", "ObjectCreation", "PropertySet", "ObjectFinalization");
        RecordedEvent set = events.stream()
                .filter(event -> event.getEventType().getName().endsWith("PropertySet"))
                .findFirst()
                .orElseThrow();
        assertThat(set.getString("path")).isEqualTo("/t0");
        assertThat(set.getString("property")).isEqualTo("size");
        assertThat(set.getString("origin")).isEqualTo(Origins.API.describe());
        assertThat(events.stream()
                        .filter(event -> event.hasField("identity"))
                        .map(event -> event.getInt("identity"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void setsAreRecordedOnlyWhenARecordingAsksForThem() throws IOException {
        register("quiet");
        Thing thing = Thing.make(qom, "quiet");
        assertThat(record("quiet", recording -> {}, () -> thing.setLong("size", 7)))
                .isEmpty();
    }

    @Test
    void nothingIsAllocatedForEventsThatNobodyRecords() {
        register("thrifty");
        Thing thing = Thing.make(qom, "thrifty");
        IntegerProperty size = thing.objectClass().property("size", IntegerProperty.class);
        size.set(thing, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int sets = 10_000;
        for (int i = 0; i < sets; i++) {
            size.set(thing, i & 7);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(sets);
    }

    @Test
    void failedCreationSaysWhy() throws IOException {
        register("unlucky");
        qom.types().get("unlucky");
        qom.types()
                .register(Thing.type("luckless")
                        .parent("unlucky")
                        .classInit(oc -> oc.overrideDefault("size", 13L))
                        .build());
        List<RecordedEvent> events = record(
                "luckless",
                recording -> {},
                () -> assertThatThrownBy(() -> qom.newObject("luckless")).hasMessage("no luck"));
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().endsWith("ObjectCreation"))
                .extracting(event -> event.getString("failure"))
                .containsExactly("java.lang.IllegalArgumentException: no luck");
    }

    @Test
    void noEventHasAStackTraceUnlessTheRecordingAsksForOne() throws IOException {
        assertThat(record("plain", recording -> {}, () -> register("plain"))
                        .getFirst()
                        .getStackTrace())
                .isNull();
        assertThat(record(
                                "deep",
                                recording -> recording
                                        .enable("io.qom4j.TypeRegistration")
                                        .withStackTrace(),
                                () -> register("deep"))
                        .getFirst()
                        .getStackTrace())
                .isNotNull();
    }
}
