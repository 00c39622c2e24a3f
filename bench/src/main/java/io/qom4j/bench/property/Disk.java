// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.value.ValueType;

/** A disk as an object of the model. */
final class Disk extends QomObject {
    static final TypeInfo TYPE_INFO = TypeInfo.of("disk", Disk.class)
            .factory(Disk::new)
            .classInit(Disk::classInit)
            .build();

    private boolean readonly;
    private boolean removable;
    private boolean cached;
    private boolean discard;
    private boolean shared;
    private boolean locked;
    private boolean rotational;
    private boolean encrypted;
    private long size;
    private long sectors;
    private long heads;
    private long cylinders;
    private long block;
    private long depth;
    private long bootindex;
    private long throttle;

    private static void classInit(ObjectClass oc) {
        oc.addBool("readonly", (Disk d) -> d.readonly, (Disk d, boolean value) -> d.readonly = value);
        oc.addBool("removable", (Disk d) -> d.removable, (Disk d, boolean value) -> d.removable = value);
        oc.addBool("cached", (Disk d) -> d.cached, (Disk d, boolean value) -> d.cached = value);
        oc.addBool("discard", (Disk d) -> d.discard, (Disk d, boolean value) -> d.discard = value);
        oc.addBool("shared", (Disk d) -> d.shared, (Disk d, boolean value) -> d.shared = value);
        oc.addBool("locked", (Disk d) -> d.locked, (Disk d, boolean value) -> d.locked = value);
        oc.addBool("rotational", (Disk d) -> d.rotational, (Disk d, boolean value) -> d.rotational = value);
        oc.addBool("encrypted", (Disk d) -> d.encrypted, (Disk d, boolean value) -> d.encrypted = value);
        oc.addInteger("size", ValueType.signed(64), (Disk d) -> d.size, (Disk d, long value) -> d.size = value);
        oc.addInteger(
                "sectors", ValueType.signed(64), (Disk d) -> d.sectors, (Disk d, long value) -> d.sectors = value);
        oc.addInteger("heads", ValueType.signed(64), (Disk d) -> d.heads, (Disk d, long value) -> d.heads = value);
        oc.addInteger(
                "cylinders",
                ValueType.signed(64),
                (Disk d) -> d.cylinders,
                (Disk d, long value) -> d.cylinders = value);
        oc.addInteger("block", ValueType.signed(64), (Disk d) -> d.block, (Disk d, long value) -> d.block = value);
        oc.addInteger("depth", ValueType.signed(64), (Disk d) -> d.depth, (Disk d, long value) -> d.depth = value);
        oc.addInteger(
                "bootindex",
                ValueType.signed(64),
                (Disk d) -> d.bootindex,
                (Disk d, long value) -> d.bootindex = value);
        oc.addInteger(
                "throttle", ValueType.signed(64), (Disk d) -> d.throttle, (Disk d, long value) -> d.throttle = value);
    }
}
