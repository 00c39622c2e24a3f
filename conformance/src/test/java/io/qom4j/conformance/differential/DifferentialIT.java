// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Chance requests and command lines, given to this project and to the QEMU that is installed: both answer alike.
 *
 * <p>Without QEMU it says loudly that nothing was checked. {@code -Ddifferential.runs=N} does N times as much, and
 * {@code -Ddifferential.seed=N} starts from another seed; a failure names the seed of its own sequence, with which the run begins
 * with that, and the fewest steps that show it.
 */
class DifferentialIT {
    private static final long SEED = Long.getLong("differential.seed", 1);
    private static final int RUNS = Integer.getInteger("differential.runs", 1);
    private static final int SEQUENCES = 100 * RUNS;
    private static final int STEPS = 30;
    private static final int COMMAND_LINES = 200 * RUNS;

    @TempDir
    Path folder;

    @Test
    void requestsAreAnsweredAsByQemu() throws IOException {
        Program qemu = installedQemu("requests");
        if (qemu != null) {
            compare(new Trial(Peer::within, each -> Peer.of(qemu, each), folder), SEQUENCES);
        }
    }

    @Test
    void theCommandAnswersRequestsAsQemuDoes() throws IOException {
        Program qemu = installedQemu("requests to qom system");
        if (qemu != null) {
            compare(new Trial(each -> Peer.of(Program.qom(), each), each -> Peer.of(qemu, each), folder), 2);
        }
    }

    @Test
    void commandLinesHaveTheOutcomeThatTheyHaveWithQemu() throws IOException {
        Program qemu = installedQemu("command lines");
        for (int i = 0; qemu != null && i < COMMAND_LINES; i++) {
            CommandLine line = new CommandLines(new Choice(SEED + i)).next();
            Outcome expected = Outcome.of(qemu, folder.resolve("q" + i), line);
            Outcome actual = Outcome.within(folder.resolve("o" + i), line);
            if (expected.isACrash()) {
                continue;
            }
            assertThat(actual)
                    .as("%s (-Ddifferential.seed=%d)", line, SEED + i)
                    .matches(each -> each.agreesWith(expected, line), "is " + expected);
        }
    }

    private static @Nullable Program installedQemu(String what) {
        Program qemu = Program.qemu();
        if (qemu == null) {
            System.err.println("NOT CHECKED: " + what + " against QEMU, for want of qemu-system-x86_64");
        } else {
            System.out.println(
                    "Comparing " + what + " with QEMU: -Ddifferential.seed=" + SEED + " -Ddifferential.runs=" + RUNS);
        }
        return qemu;
    }

    private static void compare(Trial trial, int sequences) throws IOException {
        for (int i = 0; i < sequences; i++) {
            Requests requests = new Requests(new Choice(SEED + i));
            List<Step> steps = new ArrayList<>();
            steps.add(requests.first());
            while (steps.size() < STEPS) {
                steps.add(requests.next());
            }
            Trial.Difference difference = trial.run(steps);
            assertThat(difference == null ? null : trial.minimize(difference))
                    .as("-Ddifferential.seed=%d", SEED + i)
                    .isNull();
        }
    }
}
