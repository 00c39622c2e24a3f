// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.value.ValueType;

/** A card as an object of the model. */
final class Card extends QomObject {
    static final TypeInfo TYPE_INFO = TypeInfo.of("card", Card.class)
            .factory(Card::new)
            .classInit(Card::classInit)
            .build();

    private boolean link;
    private boolean rss;
    private boolean offload;
    private boolean promiscuous;
    private boolean broadcast;
    private boolean multicast;
    private boolean wake;
    private boolean shared;
    private long mtu;
    private long queues;
    private long speed;
    private long ring;
    private long vectors;
    private long rate;
    private long burst;
    private long bootindex;

    private static void classInit(ObjectClass oc) {
        oc.addBool("link", (Card c) -> c.link, (Card c, boolean value) -> c.link = value);
        oc.addBool("rss", (Card c) -> c.rss, (Card c, boolean value) -> c.rss = value);
        oc.addBool("offload", (Card c) -> c.offload, (Card c, boolean value) -> c.offload = value);
        oc.addBool("promiscuous", (Card c) -> c.promiscuous, (Card c, boolean value) -> c.promiscuous = value);
        oc.addBool("broadcast", (Card c) -> c.broadcast, (Card c, boolean value) -> c.broadcast = value);
        oc.addBool("multicast", (Card c) -> c.multicast, (Card c, boolean value) -> c.multicast = value);
        oc.addBool("wake", (Card c) -> c.wake, (Card c, boolean value) -> c.wake = value);
        oc.addBool("shared", (Card c) -> c.shared, (Card c, boolean value) -> c.shared = value);
        oc.addInteger("mtu", ValueType.signed(64), (Card c) -> c.mtu, (Card c, long value) -> c.mtu = value);
        oc.addInteger("queues", ValueType.signed(64), (Card c) -> c.queues, (Card c, long value) -> c.queues = value);
        oc.addInteger("speed", ValueType.signed(64), (Card c) -> c.speed, (Card c, long value) -> c.speed = value);
        oc.addInteger("ring", ValueType.signed(64), (Card c) -> c.ring, (Card c, long value) -> c.ring = value);
        oc.addInteger(
                "vectors", ValueType.signed(64), (Card c) -> c.vectors, (Card c, long value) -> c.vectors = value);
        oc.addInteger("rate", ValueType.signed(64), (Card c) -> c.rate, (Card c, long value) -> c.rate = value);
        oc.addInteger("burst", ValueType.signed(64), (Card c) -> c.burst, (Card c, long value) -> c.burst = value);
        oc.addInteger(
                "bootindex",
                ValueType.signed(64),
                (Card c) -> c.bootindex,
                (Card c, long value) -> c.bootindex = value);
    }
}
