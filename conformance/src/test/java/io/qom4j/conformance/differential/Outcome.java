// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import io.qom4j.conformance.Norm;
import io.qom4j.conformance.QmpClient;
import io.qom4j.conformance.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command line.
 *
 * @param status the exit status, or -1 if the server runs
 * @param err the lines of standard error, without the program's name
 * @param out the lines of standard output
 * @param answers what a server that runs tells of itself
 */
record Outcome(int status, List<String> err, List<String> out, List<@Nullable Object> answers) {
    private static final int RUNS = -1;
    private static final List<String> QUERIES =
            List.of("query-name", "query-uuid", "query-memory-size-summary", "query-status");
    private static final Pattern OUR_TYPE = Pattern.compile("  (memory-backend-.*|thread-context)");
    private static final Pattern TIME = Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[.][0-9]{6}Z (?=.*:)");
    private static final Pattern PROGRAM = Pattern.compile("(?:^|(?<= ))(qom|qemu-system-x86_64):");

    /** Tells whether it is that of QEMU, or differs in nothing for which the command line is no known reason. */
    boolean agreesWith(Outcome qemus, CommandLine line) {
        return equals(qemus)
                || (line.hasManyMembers()
                        && KnownDifference.UNEXPECTED_MEMBERS.explains(List.of(this), List.of(qemus)));
    }

    /** Tells whether a signal ended the program. */
    boolean isACrash() {
        return status > ServerProcess.FIRST_SIGNAL;
    }

    static Outcome within(Path folder, CommandLine line) throws IOException {
        try (Started system = Started.with(folder, line.within(folder))) {
            if (!system.runs()) {
                return new Outcome(system.start().status(), told(system.err(), folder), system.out(), List.of());
            }
            try (QmpClient client = new QmpClient(system.socket())) {
                return new Outcome(RUNS, told(system.err(), folder), system.out(), asked(client));
            }
        }
    }

    static Outcome of(Program program, Path folder, CommandLine line) throws IOException {
        try (ServerProcess process = ServerProcess.start(program, folder, line.within(folder))) {
            List<@Nullable Object> answers = process.runs() ? asked(process.client()) : List.of();
            int status = answers.isEmpty() ? process.await() : RUNS;
            return new Outcome(status, told(process.err(), folder), withoutWords(ourTypes(process.out())), answers);
        }
    }

    /** Leaves out of the list of types those that only QEMU has. */
    private static List<String> ourTypes(List<String> out) {
        return out.isEmpty() || !out.getFirst().equals("List of user creatable objects:")
                ? out
                : out.stream()
                        .filter(line ->
                                !line.startsWith("  ") || OUR_TYPE.matcher(line).matches())
                        .toList();
    }

    /** Leaves out of a list of options what QEMU says of each in words of its own. */
    private static List<String> withoutWords(List<String> out) {
        return out.isEmpty() || !out.getFirst().equals("name options:")
                ? out
                : out.stream()
                        .filter(line -> line.equals(out.getFirst()) || line.startsWith("  "))
                        .map(line -> line.replaceFirst(" +- .*", ""))
                        .toList();
    }

    private static List<String> told(List<String> lines, Path folder) {
        return lines.stream()
                .map(line -> TIME.matcher(line).replaceFirst("TIME "))
                .map(line -> PROGRAM.matcher(line).replaceFirst("").strip())
                .map(line -> line.replace(folder.toString(), Peer.WORKDIR))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns what a server tells; nothing if it ends meanwhile, because of an option that it looks at last. */
    private static List<@Nullable Object> asked(QmpClient client) {
        List<@Nullable Object> answers = new ArrayList<>();
        try {
            client.negotiate();
            answers.add(Norm.SET.of(client.ask("query-memdev", Map.of())));
            answers.add(Norm.RAMBLOCK.of(client.human("info ramblock")));
            for (String query : QUERIES) {
                answers.add(client.ask(query, Map.of()));
            }
        } catch (IOException ended) {
            return List.of();
        }
        return answers;
    }
}
