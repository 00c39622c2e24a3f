// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import io.qom4j.conformance.Json;
import io.qom4j.conformance.QmpClient;
import io.qom4j.conformance.Started;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the two servers of a comparison, with a client that is connected to it. Confined to one thread. */
final class Peer implements AutoCloseable {
    static final String WORKDIR = "{workdir}";
    private static final String CRASH = "the server has crashed";
    private static final String MARK = "the end of the answers";
    /** Ends whatever a broken text may have begun; the error that this makes is the same on both sides. */
    private static final String RESYNCHRONISE = "\n\0\n";

    /** Has {@code /objects} there, which QEMU makes when it looks for it first, and we when the first object is made. */
    private static final List<String> FIRST_OBJECT = List.of("-object", "memory-backend-ram,id=first,size=4k");

    private final Path folder;
    private final QmpClient client;
    private final AutoCloseable server;
    private boolean isGone;

    private Peer(Path folder, QmpClient client, AutoCloseable server) {
        this.folder = folder;
        this.client = client;
        this.server = server;
    }

    /** Makes a folder and starts a server. */
    @FunctionalInterface
    interface Starter {
        Peer start(Path folder) throws IOException;
    }

    /** Starts {@code qom system} within this process. */
    static Peer within(Path folder) throws IOException {
        Started system = Started.with(Files.createDirectories(folder), FIRST_OBJECT);
        return new Peer(folder, new QmpClient(system.socket()), system);
    }

    /** Starts a program. */
    static Peer of(Program program, Path folder) throws IOException {
        ServerProcess process = ServerProcess.start(program, Files.createDirectories(folder), FIRST_OBJECT);
        return new Peer(folder, process.client(), process);
    }

    /** Tells whether these answers are those of a server that has crashed. */
    static boolean tellOfACrash(List<@Nullable Object> answers) {
        return answers.equals(List.of(CRASH));
    }

    /** Sends a text and returns all that is answered, events too. */
    List<@Nullable Object> answers(Step step) throws IOException {
        if (isGone) {
            return List.of();
        }
        String text = step.text().replace(WORKDIR, folder.toString());
        send(text + (step.isSound() ? "\n" : RESYNCHRONISE));
        send("{\"execute\":\"query-version\",\"id\":\"" + MARK + "\"}\n");
        List<@Nullable Object> answers = new ArrayList<>();
        try {
            while (true) {
                Object message = client.receiveAny();
                if (message instanceof Map<?, ?> map && MARK.equals(map.get("id"))) {
                    return answers;
                }
                answers.add(step.form(withoutPlaceAndTime(message)));
            }
        } catch (IOException hungUp) {
            isGone = true;
            if (server instanceof ServerProcess process && process.hasCrashed()) {
                return List.of(CRASH);
            }
            answers.add("the server has hung up");
            return answers;
        }
    }

    private void send(String text) throws IOException {
        client.send(text.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Object withoutPlaceAndTime(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replace(folder.toString(), WORKDIR);
            case List<?> list -> list.stream().map(this::withoutPlaceAndTime).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> same = new LinkedHashMap<>();
                map.forEach((name, member) -> same.put((String) name, withoutPlaceAndTime(member)));
                same.computeIfPresent(
                        "timestamp", (name, time) -> Json.object(time).keySet());
                yield same;
            }
            case null -> null;
            default -> value;
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a server cannot be ended", e);
        }
    }
}
