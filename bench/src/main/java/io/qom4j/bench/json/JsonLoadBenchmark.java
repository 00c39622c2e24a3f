// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import io.qom4j.bench.object.Nic;
import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loading 10,000 objects of eight properties each, for each object: Jackson's tokens, Jackson's objects, ours in a tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class JsonLoadBenchmark {
    private static final int OBJECTS = 10_000;
    private final byte[] json = text();
    private final JsonMapper mapper = JsonMapper.builder().build();

    private static byte[] text() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < OBJECTS; i++) {
            text.append(i == 0 ? "" : ",\n")
                    .append("{\"qom-type\":\"nic\",\"id\":\"n")
                    .append(i)
                    .append(
                            "\",\"link\":true,\"rss\":false,\"offload\":true,\"queues\":8,\"mtu\":1500,\"speed\":10000000000,"
                                    + "\"ring\":65536,\"mac\":\"52:54:00:12:34:56\"}");
        }
        return text.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The limit: reading the tokens and forgetting them. */
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public int jacksonTokens() {
        int count = 0;
        try (JsonParser parser = mapper.createParser(json)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    /** Plain objects, chosen by type: no check, no tree, no provenance. */
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public List<PlainNic> jacksonObjects() {
        return mapper.readValue(json, new TypeReference<List<PlainNic>>() {});
    }

    /** Checked, ordered, made, completed, in the tree, and everything taken down again. */
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public int load() {
        try (Qom qom = Qom.builder().build()) {
            qom.types().register(Nic.TYPE_INFO);
            return ConfigLoader.of(qom).text(json, "bench").load().objects().size();
        }
    }
}
