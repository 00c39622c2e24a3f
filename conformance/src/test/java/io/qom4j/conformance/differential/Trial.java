// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two kinds of server; each sequence of steps gets new ones.
 *
 * @param ours starts ours
 * @param qemus starts QEMU
 * @param folder where each of them has a folder
 */
record Trial(Peer.Starter ours, Peer.Starter qemus, Path folder) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /**
     * What differs.
     *
     * @param steps the steps up to the one that is answered differently
     * @param ours our answers to that
     * @param qemus QEMU's
     */
    record Difference(List<Step> steps, List<@Nullable Object> ours, List<@Nullable Object> qemus) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            steps.forEach(step -> text.append("  send ").append(step).append('\n'));
            return text + "  ours " + ours + "\n  QEMU " + qemus;
        }
    }

    /** Sends steps to both, and returns the first difference, or null if there is none. */
    @Nullable Difference run(List<Step> steps) throws IOException {
        int number = NUMBER.incrementAndGet();
        try (Peer our = ours.start(folder.resolve("o" + number));
                Peer other = qemus.start(folder.resolve("q" + number))) {
            for (int i = 0; i < steps.size(); i++) {
                List<@Nullable Object> ourAnswers = our.answers(steps.get(i));
                List<@Nullable Object> otherAnswers = other.answers(steps.get(i));
                if (!KnownDifference.isAgreement(ourAnswers, otherAnswers)) {
                    return new Difference(steps.subList(0, i + 1), ourAnswers, otherAnswers);
                }
                if (Peer.tellOfACrash(otherAnswers)) {
                    break;
                }
            }
            return null;
        }
    }

    /** Returns a difference that remains when steps are left out, each of which it needs. */
    Difference minimize(Difference found) throws IOException {
        Difference smallest = found;
        for (int i = found.steps().size() - 2; i >= 0; i--) {
            List<Step> fewer = new ArrayList<>(smallest.steps());
            fewer.remove(i);
            Difference remaining = run(fewer);
            if (remaining != null) {
                smallest = remaining;
                i = Math.min(i, smallest.steps().size() - 1);
            }
        }
        return smallest;
    }
}
