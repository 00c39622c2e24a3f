// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.event;

import io.qom4j.core.visit.OutputVisitor;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened and that clients are told.
 *
 * <p>Immutable. QEMU: monitor/monitor.c, qapi_event_emit.
 *
 * @param name the event's name, for example {@code RESUME}
 * @param data what belongs to it, of the kinds that {@link OutputVisitor#writeAny} takes; empty if nothing does
 * @param time when it happened
 */
public record MonitorEvent(String name, Map<String, Object> data, Instant time) {
    private static final int NANOS_OF_A_MICROSECOND = 1000;

    /** Copies the data. */
    public MonitorEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Writes the event as one value, as it looks on the wire. */
    public void writeTo(OutputVisitor out) {
        out.beginStruct(null);
        out.beginStruct("timestamp");
        out.writeInt64("seconds", time.getEpochSecond());
        out.writeInt64("microseconds", time.getNano() / NANOS_OF_A_MICROSECOND);
        out.endStruct();
        out.writeString("event", name);
        if (!data.isEmpty()) {
            out.writeAny("data", data);
        }
        out.endStruct();
    }
}
