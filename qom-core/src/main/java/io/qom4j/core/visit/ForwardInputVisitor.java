// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import io.qom4j.core.error.ValueException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visitor that renames one parameter: what is asked for under the new name is read from another visitor under the old one.
 *
 * <p>It serves alias properties. The alias {@code memory} of a property {@code size} is set from a visitor that holds
 * {@code memory}; the property asks for {@code size}, and this visitor, made with {@code new ForwardInputVisitor(source,
 * "size", "memory")}, passes the question on as {@code memory}. Inside of structs and lists nothing is renamed.
 *
 * <p>Confined to one thread. QEMU: qapi/qapi-forward-visitor.c.
 */
public final class ForwardInputVisitor implements InputVisitor {
    private final InputVisitor target;
    private final ForwardedName forwarded;

    /**
     * Makes a visitor over another one.
     *
     * @param target where values are read
     * @param from the name that is asked for here
     * @param to the name that is asked for there
     */
    public ForwardInputVisitor(InputVisitor target, String from, String to) {
        this.target = Objects.requireNonNull(target, "target");
        this.forwarded = new ForwardedName(from, to);
    }

    @Override
    public boolean readBool(@Nullable String name) {
        return target.readBool(translate(name));
    }

    @Override
    public long readInt64(@Nullable String name) {
        return target.readInt64(translate(name));
    }

    @Override
    public long readUint64(@Nullable String name) {
        return target.readUint64(translate(name));
    }

    @Override
    public long readInt(@Nullable String name, int bits) {
        return target.readInt(translate(name), bits);
    }

    @Override
    public long readUint(@Nullable String name, int bits) {
        return target.readUint(translate(name), bits);
    }

    @Override
    public long readSize(@Nullable String name) {
        return target.readSize(translate(name));
    }

    @Override
    public double readNumber(@Nullable String name) {
        return target.readNumber(translate(name));
    }

    @Override
    public String readString(@Nullable String name) {
        return target.readString(translate(name));
    }

    @Override
    public void readNull(@Nullable String name) {
        target.readNull(translate(name));
    }

    @Override
    public @Nullable Object readAny(@Nullable String name) {
        return target.readAny(translate(name));
    }

    @Override
    public void beginStruct(@Nullable String name) {
        target.beginStruct(translate(name));
        forwarded.enter();
    }

    /** Tells whether the target has the value; under any other name than the forwarded one there is none. */
    @Override
    public boolean isPresent(String name) {
        String there = forwarded.translate(name);
        return there != null && target.isPresent(there);
    }

    @Override
    public void checkStruct() {
        target.checkStruct();
    }

    @Override
    public void endStruct() {
        target.endStruct();
        forwarded.leave();
    }

    @Override
    public void beginList(@Nullable String name) {
        target.beginList(translate(name));
        forwarded.enter();
    }

    @Override
    public boolean nextElement() {
        return target.nextElement();
    }

    @Override
    public void endList() {
        forwarded.leave();
        target.endList();
    }

    private @Nullable String translate(@Nullable String name) {
        String there = forwarded.translate(name);
        if (there == null && forwarded.isOutermost()) {
            throw new ValueException("Parameter '" + name + "' is missing");
        }
        return there;
    }
}
