// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

/** A card as a plain bean, with a switch over names that is written by hand. */
public final class CardBean extends DeviceBean {
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

    @Override
    void set(String name, boolean value) {
        switch (name) {
            case "link" -> link = value;
            case "rss" -> rss = value;
            case "offload" -> offload = value;
            case "promiscuous" -> promiscuous = value;
            case "broadcast" -> broadcast = value;
            case "multicast" -> multicast = value;
            case "wake" -> wake = value;
            case "shared" -> shared = value;
            default -> throw unknown(name);
        }
    }

    @Override
    boolean getBoolean(String name) {
        return switch (name) {
            case "link" -> link;
            case "rss" -> rss;
            case "offload" -> offload;
            case "promiscuous" -> promiscuous;
            case "broadcast" -> broadcast;
            case "multicast" -> multicast;
            case "wake" -> wake;
            case "shared" -> shared;
            default -> throw unknown(name);
        };
    }

    @Override
    void set(String name, long value) {
        switch (name) {
            case "mtu" -> mtu = value;
            case "queues" -> queues = value;
            case "speed" -> speed = value;
            case "ring" -> ring = value;
            case "vectors" -> vectors = value;
            case "rate" -> rate = value;
            case "burst" -> burst = value;
            case "bootindex" -> bootindex = value;
            default -> throw unknown(name);
        }
    }

    @Override
    long getLong(String name) {
        return switch (name) {
            case "mtu" -> mtu;
            case "queues" -> queues;
            case "speed" -> speed;
            case "ring" -> ring;
            case "vectors" -> vectors;
            case "rate" -> rate;
            case "burst" -> burst;
            case "bootindex" -> bootindex;
            default -> throw unknown(name);
        };
    }

    public boolean isLink() {
        return link;
    }

    public void setLink(boolean link) {
        this.link = link;
    }

    public boolean isRss() {
        return rss;
    }

    public void setRss(boolean rss) {
        this.rss = rss;
    }

    public boolean isOffload() {
        return offload;
    }

    public void setOffload(boolean offload) {
        this.offload = offload;
    }

    public boolean isPromiscuous() {
        return promiscuous;
    }

    public void setPromiscuous(boolean promiscuous) {
        this.promiscuous = promiscuous;
    }

    public boolean isBroadcast() {
        return broadcast;
    }

    public void setBroadcast(boolean broadcast) {
        this.broadcast = broadcast;
    }

    public boolean isMulticast() {
        return multicast;
    }

    public void setMulticast(boolean multicast) {
        this.multicast = multicast;
    }

    public boolean isWake() {
        return wake;
    }

    public void setWake(boolean wake) {
        this.wake = wake;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public long getMtu() {
        return mtu;
    }

    public void setMtu(long mtu) {
        this.mtu = mtu;
    }

    public long getQueues() {
        return queues;
    }

    public void setQueues(long queues) {
        this.queues = queues;
    }

    public long getSpeed() {
        return speed;
    }

    public void setSpeed(long speed) {
        this.speed = speed;
    }

    public long getRing() {
        return ring;
    }

    public void setRing(long ring) {
        this.ring = ring;
    }

    public long getVectors() {
        return vectors;
    }

    public void setVectors(long vectors) {
        this.vectors = vectors;
    }

    public long getRate() {
        return rate;
    }

    public void setRate(long rate) {
        this.rate = rate;
    }

    public long getBurst() {
        return burst;
    }

    public void setBurst(long burst) {
        this.burst = burst;
    }

    public long getBootindex() {
        return bootindex;
    }

    public void setBootindex(long bootindex) {
        this.bootindex = bootindex;
    }
}
