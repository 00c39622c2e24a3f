// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.json;

import java.util.ArrayList;
import java.util.List;

/** A receiver that keeps what it is told: documents, and texts of errors. */
final class QemuOutcomes implements QemuJsonParser.Receiver {
    private final List<Object> received = new ArrayList<>();

    /** Reads bytes in blocks of this size. */
    static List<Object> of(byte[] bytes, int block) {
        var outcomes = new QemuOutcomes();
        var parser = new QemuJsonParser(outcomes);
        for (int from = 0; from < bytes.length; from += block) {
            parser.feed(bytes, from, Math.min(bytes.length, from + block));
        }
        return outcomes.received;
    }

    @Override
    public void value(JsonDocument document) {
        received.add(document);
    }

    @Override
    public void error(String message) {
        received.add(message);
    }

    List<Object> received() {
        return received;
    }
}
