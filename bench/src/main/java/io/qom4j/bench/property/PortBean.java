// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

/** A port as a plain bean, with a switch over names that is written by hand. */
public final class PortBean extends DeviceBean {
    private boolean enabled;
    private boolean loopback;
    private boolean fifo;
    private boolean parity;
    private boolean echo;
    private boolean flow;
    private boolean halted;
    private boolean dtr;
    private long baud;
    private long clock;
    private long divisor;
    private long irq;
    private long base;
    private long depth;
    private long timeout;
    private long trigger;

    @Override
    void set(String name, boolean value) {
        switch (name) {
            case "enabled" -> enabled = value;
            case "loopback" -> loopback = value;
            case "fifo" -> fifo = value;
            case "parity" -> parity = value;
            case "echo" -> echo = value;
            case "flow" -> flow = value;
            case "halted" -> halted = value;
            case "dtr" -> dtr = value;
            default -> throw unknown(name);
        }
    }

    @Override
    boolean getBoolean(String name) {
        return switch (name) {
            case "enabled" -> enabled;
            case "loopback" -> loopback;
            case "fifo" -> fifo;
            case "parity" -> parity;
            case "echo" -> echo;
            case "flow" -> flow;
            case "halted" -> halted;
            case "dtr" -> dtr;
            default -> throw unknown(name);
        };
    }

    @Override
    void set(String name, long value) {
        switch (name) {
            case "baud" -> baud = value;
            case "clock" -> clock = value;
            case "divisor" -> divisor = value;
            case "irq" -> irq = value;
            case "base" -> base = value;
            case "depth" -> depth = value;
            case "timeout" -> timeout = value;
            case "trigger" -> trigger = value;
            default -> throw unknown(name);
        }
    }

    @Override
    long getLong(String name) {
        return switch (name) {
            case "baud" -> baud;
            case "clock" -> clock;
            case "divisor" -> divisor;
            case "irq" -> irq;
            case "base" -> base;
            case "depth" -> depth;
            case "timeout" -> timeout;
            case "trigger" -> trigger;
            default -> throw unknown(name);
        };
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isLoopback() {
        return loopback;
    }

    public void setLoopback(boolean loopback) {
        this.loopback = loopback;
    }

    public boolean isFifo() {
        return fifo;
    }

    public void setFifo(boolean fifo) {
        this.fifo = fifo;
    }

    public boolean isParity() {
        return parity;
    }

    public void setParity(boolean parity) {
        this.parity = parity;
    }

    public boolean isEcho() {
        return echo;
    }

    public void setEcho(boolean echo) {
        this.echo = echo;
    }

    public boolean isFlow() {
        return flow;
    }

    public void setFlow(boolean flow) {
        this.flow = flow;
    }

    public boolean isHalted() {
        return halted;
    }

    public void setHalted(boolean halted) {
        this.halted = halted;
    }

    public boolean isDtr() {
        return dtr;
    }

    public void setDtr(boolean dtr) {
        this.dtr = dtr;
    }

    public long getBaud() {
        return baud;
    }

    public void setBaud(long baud) {
        this.baud = baud;
    }

    public long getClock() {
        return clock;
    }

    public void setClock(long clock) {
        this.clock = clock;
    }

    public long getDivisor() {
        return divisor;
    }

    public void setDivisor(long divisor) {
        this.divisor = divisor;
    }

    public long getIrq() {
        return irq;
    }

    public void setIrq(long irq) {
        this.irq = irq;
    }

    public long getBase() {
        return base;
    }

    public void setBase(long base) {
        this.base = base;
    }

    public long getDepth() {
        return depth;
    }

    public void setDepth(long depth) {
        this.depth = depth;
    }

    public long getTimeout() {
        return timeout;
    }

    public void setTimeout(long timeout) {
        this.timeout = timeout;
    }

    public long getTrigger() {
        return trigger;
    }

    public void setTrigger(long trigger) {
        this.trigger = trigger;
    }
}
