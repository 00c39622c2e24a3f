// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sink that renames one parameter: what is written under one name goes to another sink under a different one.
 *
 * <p>It serves alias properties, as {@link ForwardInputVisitor} does. Inside of structs and lists nothing is renamed. Writing
 * any other name outside of them is a programming error ({@link IllegalArgumentException}).
 *
 * <p>Confined to one thread. QEMU: qapi/qapi-forward-visitor.c.
 */
public final class ForwardOutputVisitor implements OutputVisitor {
    private final OutputVisitor target;
    private final ForwardedName forwarded;

    /**
     * Makes a sink before another one.
     *
     * @param target where values are written
     * @param from the name that is written here
     * @param to the name that is written there
     */
    public ForwardOutputVisitor(OutputVisitor target, String from, String to) {
        this.target = Objects.requireNonNull(target, "target");
        this.forwarded = new ForwardedName(from, to);
    }

    @Override
    public void writeBool(@Nullable String name, boolean value) {
        target.writeBool(translate(name), value);
    }

    @Override
    public void writeInt64(@Nullable String name, long value) {
        target.writeInt64(translate(name), value);
    }

    @Override
    public void writeUint64(@Nullable String name, long value) {
        target.writeUint64(translate(name), value);
    }

    @Override
    public void writeSize(@Nullable String name, long value) {
        target.writeSize(translate(name), value);
    }

    @Override
    public void writeNumber(@Nullable String name, double value) {
        target.writeNumber(translate(name), value);
    }

    @Override
    public void writeString(@Nullable String name, @Nullable String value) {
        target.writeString(translate(name), value);
    }

    @Override
    public void writeEnum(@Nullable String name, String word) {
        target.writeEnum(translate(name), word);
    }

    @Override
    public void writeNull(@Nullable String name) {
        target.writeNull(translate(name));
    }

    @Override
    public void writeAny(@Nullable String name, @Nullable Object value) {
        target.writeAny(translate(name), value);
    }

    @Override
    public void beginStruct(@Nullable String name) {
        target.beginStruct(translate(name));
        forwarded.enter();
    }

    @Override
    public void endStruct() {
        forwarded.leave();
        target.endStruct();
    }

    @Override
    public void beginList(@Nullable String name) {
        target.beginList(translate(name));
        forwarded.enter();
    }

    @Override
    public void endList() {
        forwarded.leave();
        target.endList();
    }

    private @Nullable String translate(@Nullable String name) {
        String there = forwarded.translate(name);
        if (there == null && forwarded.isOutermost()) {
            throw new IllegalArgumentException("nothing is forwarded under the name '" + name + "'");
        }
        return there;
    }
}
