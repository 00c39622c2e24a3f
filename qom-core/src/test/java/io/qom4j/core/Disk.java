// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.property.Settable;
import io.qom4j.core.value.ValueType;
import org.jspecify.annotations.Nullable;

/** A made-up device that tests use. */
public final class Disk extends QomObject implements UserCreatable {
    /** The type's name. */
    public static final String TYPE_NAME = "disk";

    /** What can go wrong and right with a cache. */
    public enum Cache {
        NONE,
        WRITE_BACK
    }

    static final TypeInfo TYPE_INFO = TypeInfo.of(TYPE_NAME, Disk.class)
            .factory(Disk::new)
            .interfaces(UserCreatable.TYPE_NAME)
            .classInit(Disk::classInit)
            .build();

    private boolean isReadOnly;
    private long sectors;
    private String file = "";
    private Cache cache = Cache.NONE;
    private long[] queues = new long[0];
    private @Nullable Disk mirror;

    static void classInit(ObjectClass oc) {
        oc.addBool("read-only", (Disk d) -> d.isReadOnly, (Disk d, boolean v) -> d.isReadOnly = v)
                .description("Refuse writes")
                .defaultValue(true);
        oc.addInteger("sectors", ValueType.unsigned(32), (Disk d) -> d.sectors, (Disk d, long v) -> d.sectors = v)
                .required();
        oc.addString("file", (Disk d) -> d.file, (Disk d, String v) -> d.file = v)
                .settable(Settable.untilComplete());
        oc.addEnum("cache", "Cache", Cache.class, (Disk d) -> d.cache, (Disk d, Cache v) -> d.cache = v);
        oc.addUint16List("queues", (Disk d) -> d.queues, (Disk d, long[] v) -> d.queues = v);
        oc.addLink("mirror", TYPE_NAME, Disk.class, (Disk d) -> d.mirror, (Disk d, @Nullable Disk v) -> d.mirror = v);
    }

    @Override
    public void complete() {
        if (file.equals("absent")) {
            throw new ObjectException("cannot open 'absent'");
        }
    }
}
