// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

/** A timer as a plain bean, with a switch over names that is written by hand. */
public final class TimerBean extends DeviceBean {
    private boolean enabled;
    private boolean periodic;
    private boolean oneshot;
    private boolean level;
    private boolean masked;
    private boolean gated;
    private boolean legacy;
    private boolean hidden;
    private long frequency;
    private long period;
    private long count;
    private long compare;
    private long ticks;
    private long channel;
    private long irq;
    private long prescale;

    @Override
    void set(String name, boolean value) {
        switch (name) {
            case "enabled" -> enabled = value;
            case "periodic" -> periodic = value;
            case "oneshot" -> oneshot = value;
            case "level" -> level = value;
            case "masked" -> masked = value;
            case "gated" -> gated = value;
            case "legacy" -> legacy = value;
            case "hidden" -> hidden = value;
            default -> throw unknown(name);
        }
    }

    @Override
    boolean getBoolean(String name) {
        return switch (name) {
            case "enabled" -> enabled;
            case "periodic" -> periodic;
            case "oneshot" -> oneshot;
            case "level" -> level;
            case "masked" -> masked;
            case "gated" -> gated;
            case "legacy" -> legacy;
            case "hidden" -> hidden;
            default -> throw unknown(name);
        };
    }

    @Override
    void set(String name, long value) {
        switch (name) {
            case "frequency" -> frequency = value;
            case "period" -> period = value;
            case "count" -> count = value;
            case "compare" -> compare = value;
            case "ticks" -> ticks = value;
            case "channel" -> channel = value;
            case "irq" -> irq = value;
            case "prescale" -> prescale = value;
            default -> throw unknown(name);
        }
    }

    @Override
    long getLong(String name) {
        return switch (name) {
            case "frequency" -> frequency;
            case "period" -> period;
            case "count" -> count;
            case "compare" -> compare;
            case "ticks" -> ticks;
            case "channel" -> channel;
            case "irq" -> irq;
            case "prescale" -> prescale;
            default -> throw unknown(name);
        };
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isPeriodic() {
        return periodic;
    }

    public void setPeriodic(boolean periodic) {
        this.periodic = periodic;
    }

    public boolean isOneshot() {
        return oneshot;
    }

    public void setOneshot(boolean oneshot) {
        this.oneshot = oneshot;
    }

    public boolean isLevel() {
        return level;
    }

    public void setLevel(boolean level) {
        this.level = level;
    }

    public boolean isMasked() {
        return masked;
    }

    public void setMasked(boolean masked) {
        this.masked = masked;
    }

    public boolean isGated() {
        return gated;
    }

    public void setGated(boolean gated) {
        this.gated = gated;
    }

    public boolean isLegacy() {
        return legacy;
    }

    public void setLegacy(boolean legacy) {
        this.legacy = legacy;
    }

    public boolean isHidden() {
        return hidden;
    }

    public void setHidden(boolean hidden) {
        this.hidden = hidden;
    }

    public long getFrequency() {
        return frequency;
    }

    public void setFrequency(long frequency) {
        this.frequency = frequency;
    }

    public long getPeriod() {
        return period;
    }

    public void setPeriod(long period) {
        this.period = period;
    }

    public long getCount() {
        return count;
    }

    public void setCount(long count) {
        this.count = count;
    }

    public long getCompare() {
        return compare;
    }

    public void setCompare(long compare) {
        this.compare = compare;
    }

    public long getTicks() {
        return ticks;
    }

    public void setTicks(long ticks) {
        this.ticks = ticks;
    }

    public long getChannel() {
        return channel;
    }

    public void setChannel(long channel) {
        this.channel = channel;
    }

    public long getIrq() {
        return irq;
    }

    public void setIrq(long irq) {
        this.irq = irq;
    }

    public long getPrescale() {
        return prescale;
    }

    public void setPrescale(long prescale) {
        this.prescale = prescale;
    }
}
