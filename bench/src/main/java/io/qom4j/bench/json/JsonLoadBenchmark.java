// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.reflect.TypeToken;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.ConfigLoader;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loading 10,000 objects of eight properties each, for each object. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(JsonLoadBenchmark.OBJECTS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class JsonLoadBenchmark {
    static final int OBJECTS = 10_000;
    private final byte[] json = Text.of(OBJECTS);
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final JsonReader reader = JsonReader.lenient();
    private final TypeReference<List<PlainDevice>> devices = new TypeReference<>() {};
    private final TypeToken<List<PlainDevice>> gsonDevices = new TypeToken<>() {};
    private final Gson gson = new GsonBuilder()
            .registerTypeAdapter(PlainDevice.class, (JsonDeserializer<PlainDevice>)
                    (element, type, context) -> context.deserialize(
                            element,
                            PlainDevice.classOf(
                                    element.getAsJsonObject().get("qom-type").getAsString())))
            .create();

    /** The limit: Jackson reads the tokens and forgets them. */
    @Benchmark
    public int jacksonTokens() {
        int count = 0;
        try (JsonParser parser = mapper.createParser(json)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    /** Jackson makes plain objects, chosen by type: no check, no tree, no provenance. */
    @Benchmark
    public List<PlainDevice> jacksonObjects() {
        return mapper.readValue(json, devices);
    }

    /** Gson makes the same. */
    @Benchmark
    public List<PlainDevice> gsonObjects() {
        return gson.fromJson(new String(json, StandardCharsets.UTF_8), gsonDevices);
    }

    /** The first stage of a load: the document, which knows the place of each value. */
    @Benchmark
    public JsonDocument document() {
        return reader.read(json, "bench");
    }

    /** The stages before anything is made: read, checked, ordered. */
    @Benchmark
    public List<Diagnostic> check(Target target) {
        return ConfigLoader.of(target.qom).text(json, "bench").check();
    }

    /** Read, checked, ordered, made, completed, in the tree. */
    @Benchmark
    public List<QomObject> load(Target target) {
        return ConfigLoader.of(target.qom).text(json, "bench").load().objects();
    }

    /** The same with the making and the taking down of a runtime. */
    @Benchmark
    public int loadAndClose() {
        try (Qom qom = Qom.builder().build()) {
            Devices.register(qom.types());
            return ConfigLoader.of(qom).text(json, "bench").load().objects().size();
        }
    }

    /** A runtime for each call, made before the clock runs and closed after it stopped. */
    @State(Scope.Thread)
    public static class Target {
        private Qom qom;

        /** Makes a runtime. */
        @Setup(Level.Invocation)
        public void open() {
            qom = Qom.builder().build();
            Devices.register(qom.types());
        }

        /** Takes it down. */
        @TearDown(Level.Invocation)
        public void close() {
            qom.close();
        }
    }
}
