// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.Settable;
import io.qom4j.core.property.TimeCodec;
import io.qom4j.core.value.ValueType;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A part with every kind of property. */
final class Drive extends Part {
    /** How a drive keeps what it is given. */
    enum Cache {
        NONE,
        WRITE_BACK,
        WRITE_THROUGH
    }

    private boolean isReadOnly;
    private long size;
    private long sectors;
    private long offset;
    private long level;
    private double speed = 1;
    private String file = "";
    private Cache cache = Cache.NONE;
    private long[] queues = new long[0];
    private long timeout;
    private long clock;
    private long span = 1500;
    private long window = 1_500_001;
    private LocalDateTime built = LocalDateTime.of(2000, 1, 1, 0, 0);
    private @Nullable Bus bus;
    private @Nullable Drive mirror;

    static void classInit(ObjectClass oc) {
        oc.addBool("read-only", (Drive d) -> d.isReadOnly, (Drive d, boolean v) -> d.isReadOnly = v)
                .description("Refuse writes")
                .defaultValue(true);
        oc.addSize("size", (Drive d) -> d.size, (Drive d, long v) -> d.size = v)
                .description("How much it keeps")
                .required();
        oc.addInteger("sectors", ValueType.unsigned(32), (Drive d) -> d.sectors, (Drive d, long v) -> d.sectors = v);
        oc.addInteger("offset", ValueType.signed(64), (Drive d) -> d.offset, (Drive d, long v) -> d.offset = v);
        oc.addInteger(
                        "level",
                        ValueType.unsigned(8).between(1, 9),
                        (Drive d) -> d.level,
                        (Drive d, long v) -> d.level = v)
                .defaultValue(5);
        oc.addNumber("speed", (Drive d) -> d.speed, (Drive d, double v) -> d.speed = v)
                .defaultValue(1);
        oc.addString("file", (Drive d) -> d.file, Drive::setFile).settable(Settable.untilComplete());
        oc.addEnum("cache", "Cache", Cache.class, (Drive d) -> d.cache, (Drive d, Cache v) -> d.cache = v)
                .defaultValue(Cache.NONE);
        oc.addUint16List("queues", (Drive d) -> d.queues, (Drive d, long[] v) -> d.queues = v);
        oc.addInteger(
                        "timeout",
                        ValueType.signed(64).between(0, Long.MAX_VALUE),
                        (Drive d) -> d.timeout,
                        (Drive d, long v) -> d.timeout = v)
                .unit("ns");
        oc.addInteger("clock", ValueType.unsigned(32), (Drive d) -> d.clock, (Drive d, long v) -> d.clock = v)
                .unit("Hz");
        oc.addInteger(
                        "span",
                        ValueType.unsigned(64).between(1500, 4_000_000),
                        (Drive d) -> d.span,
                        (Drive d, long v) -> d.span = v)
                .unit("bytes");
        oc.addInteger(
                        "window",
                        ValueType.signed(64).between(1_500_001, 7_200_000_000_001L),
                        (Drive d) -> d.window,
                        (Drive d, long v) -> d.window = v)
                .unit("ns");
        oc.addValue("built", TimeCodec.INSTANCE, (Drive d) -> d.built, (Drive d, LocalDateTime v) -> d.built = v);
        oc.addLink("bus", "bus", Bus.class, (Drive d) -> d.bus, (Drive d, @Nullable Bus v) -> d.bus = v);
        oc.addLink("mirror", "drive", Drive.class, (Drive d) -> d.mirror, (Drive d, @Nullable Drive v) -> d.mirror = v);
        oc.addInteger("heat", ValueType.unsigned(16), (Drive d) -> 40, null);
    }

    private void setFile(String value) {
        if (value.equals("forbidden")) {
            throw new ValueException("file 'forbidden' is not for us", "Take another one.");
        }
        file = value;
    }

    @Override
    public void complete() {
        if (file.equals("absent")) {
            throw new ObjectException("cannot open 'absent'");
        }
    }
}
