// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.ValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part that refuses where its {@code break} says, and notes what it does. */
final class Brittle extends Part {
    /** Where to refuse. */
    enum Break {
        NOWHERE,
        SET,
        LATE_SET,
        COMPLETE,
        BUG
    }

    private final List<String> log;
    private Break where = Break.NOWHERE;
    private String late = "";
    private @Nullable Part needs;

    Brittle(List<String> log) {
        this.log = log;
    }

    static void classInit(ObjectClass oc) {
        oc.addEnum("break", "Break", Break.class, (Brittle b) -> b.where, Brittle::setBreak);
        oc.addString("late", (Brittle b) -> b.late, Brittle::setLate);
        oc.addLink("needs", "part", Part.class, (Brittle b) -> b.needs, (Brittle b, @Nullable Part v) -> b.needs = v);
    }

    private void setBreak(Break value) {
        where = value;
        if (value == Break.SET) {
            throw new ValueException("broken at set");
        }
    }

    private void setLate(String value) {
        late = value;
        if (where == Break.LATE_SET) {
            throw new ValueException("broken at a late set");
        }
    }

    void born() {
        log.add("born");
    }

    void ended() {
        log.add("ended " + late);
    }

    @Override
    public void complete() {
        if (where == Break.COMPLETE) {
            throw new ObjectException("broken at complete", "Do not break it.");
        }
        if (where == Break.BUG) {
            throw new IllegalStateException("a bug");
        }
        log.add("complete " + name());
    }
}
