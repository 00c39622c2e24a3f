// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.text;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it is told. */
public final class Warnings implements WarningSink {
    private final List<Warning> received = new ArrayList<>();

    @Override
    public void warn(Warning warning) {
        received.add(warning);
    }

    /** Returns the warnings in order. */
    public List<Warning> received() {
        return List.copyOf(received);
    }
}
