// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.error.ValueException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A made-up device with a property of each kind, by annotations alone. */
@QomType(name = "timer", description = "Counts down")
class Timer extends QomObject implements UserCreatable, Resettable {
    enum Mode {
        ONE_SHOT,
        PERIODIC
    }

    @QomProperty(description = "Whether it counts", defaultValue = "on")
    private boolean isRunning;

    @QomProperty(unsigned = true, max = 3, defaultValue = "1")
    private int channel;

    @QomProperty(unsigned = true)
    private int mask;

    @QomProperty(bits = 8)
    private long offset;

    @QomProperty(size = true, settable = WhenSettable.UNTIL_COMPLETE, unit = "bytes", defaultValue = "4k")
    private long bufferSize;

    @QomProperty
    private float scale = 1;

    @QomProperty
    private @Nullable String label;

    @QomProperty(defaultValue = "one-shot", typeName = "TimerMode")
    private Mode mode = Mode.PERIODIC;

    @QomProperty(
            unsigned = true,
            bits = 16,
            defaultValue = {"0", "2-3"})
    private int[] cpus = {};

    @QomProperty
    private long[] marks = {};

    @QomProperty
    private LocalDateTime since = LocalDateTime.of(2026, 1, 31, 12, 0);

    @QomProperty
    private @Nullable Timer next;

    @QomProperty(weak = true)
    private @Nullable QomObject owner;

    @QomProperty
    private final String vendor = "io.qom4j";

    private long period;
    final List<String> life = new ArrayList<>();

    @QomProperty(unit = "ns", min = 1, required = true)
    long getPeriod() {
        return period;
    }

    void setPeriod(long newPeriod) {
        if (newPeriod % 10 != 0) {
            throw new ValueException("period must be a multiple of 10, not " + newPeriod);
        }
        period = newPeriod;
    }

    @QomProperty(readOnly = true)
    int ticks() {
        return 42;
    }

    @ClassInit
    static void classInit(ObjectClass oc) {
        oc.addBool("by-hand", (Timer t) -> true, null);
    }

    @ClassBaseInit
    static void classBaseInit(ObjectClass oc) {
        oc.as("resettable").put(Resettable.KEY, "for " + oc.name());
    }

    @InstanceInit
    private void begin() {
        life.add("init " + typeName());
    }

    @InstancePostInit
    void check() {
        life.add("post-init");
    }

    @InstanceFinalize
    void end() {
        life.add("finalize");
    }
}
