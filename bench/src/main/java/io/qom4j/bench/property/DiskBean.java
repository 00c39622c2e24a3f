// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

/** A disk as a plain bean, with a switch over names that is written by hand. */
public final class DiskBean extends DeviceBean {
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

    @Override
    void set(String name, boolean value) {
        switch (name) {
            case "readonly" -> readonly = value;
            case "removable" -> removable = value;
            case "cached" -> cached = value;
            case "discard" -> discard = value;
            case "shared" -> shared = value;
            case "locked" -> locked = value;
            case "rotational" -> rotational = value;
            case "encrypted" -> encrypted = value;
            default -> throw unknown(name);
        }
    }

    @Override
    boolean getBoolean(String name) {
        return switch (name) {
            case "readonly" -> readonly;
            case "removable" -> removable;
            case "cached" -> cached;
            case "discard" -> discard;
            case "shared" -> shared;
            case "locked" -> locked;
            case "rotational" -> rotational;
            case "encrypted" -> encrypted;
            default -> throw unknown(name);
        };
    }

    @Override
    void set(String name, long value) {
        switch (name) {
            case "size" -> size = value;
            case "sectors" -> sectors = value;
            case "heads" -> heads = value;
            case "cylinders" -> cylinders = value;
            case "block" -> block = value;
            case "depth" -> depth = value;
            case "bootindex" -> bootindex = value;
            case "throttle" -> throttle = value;
            default -> throw unknown(name);
        }
    }

    @Override
    long getLong(String name) {
        return switch (name) {
            case "size" -> size;
            case "sectors" -> sectors;
            case "heads" -> heads;
            case "cylinders" -> cylinders;
            case "block" -> block;
            case "depth" -> depth;
            case "bootindex" -> bootindex;
            case "throttle" -> throttle;
            default -> throw unknown(name);
        };
    }

    public boolean isReadonly() {
        return readonly;
    }

    public void setReadonly(boolean readonly) {
        this.readonly = readonly;
    }

    public boolean isRemovable() {
        return removable;
    }

    public void setRemovable(boolean removable) {
        this.removable = removable;
    }

    public boolean isCached() {
        return cached;
    }

    public void setCached(boolean cached) {
        this.cached = cached;
    }

    public boolean isDiscard() {
        return discard;
    }

    public void setDiscard(boolean discard) {
        this.discard = discard;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public boolean isLocked() {
        return locked;
    }

    public void setLocked(boolean locked) {
        this.locked = locked;
    }

    public boolean isRotational() {
        return rotational;
    }

    public void setRotational(boolean rotational) {
        this.rotational = rotational;
    }

    public boolean isEncrypted() {
        return encrypted;
    }

    public void setEncrypted(boolean encrypted) {
        this.encrypted = encrypted;
    }

    public long getSize() {
        return size;
    }

    public void setSize(long size) {
        this.size = size;
    }

    public long getSectors() {
        return sectors;
    }

    public void setSectors(long sectors) {
        this.sectors = sectors;
    }

    public long getHeads() {
        return heads;
    }

    public void setHeads(long heads) {
        this.heads = heads;
    }

    public long getCylinders() {
        return cylinders;
    }

    public void setCylinders(long cylinders) {
        this.cylinders = cylinders;
    }

    public long getBlock() {
        return block;
    }

    public void setBlock(long block) {
        this.block = block;
    }

    public long getDepth() {
        return depth;
    }

    public void setDepth(long depth) {
        this.depth = depth;
    }

    public long getBootindex() {
        return bootindex;
    }

    public void setBootindex(long bootindex) {
        this.bootindex = bootindex;
    }

    public long getThrottle() {
        return throttle;
    }

    public void setThrottle(long throttle) {
        this.throttle = throttle;
    }
}
