// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import org.jspecify.annotations.Nullable;

/** An object of no particular kind, with a field for each kind of property, on which a test declares what it needs. */
public class Thing extends QomObject implements UserCreatable {
    /** Words to choose from. */
    public enum Mode {
        NONE,
        READ_ONLY,
        READ_WRITE
    }

    public boolean flag;
    public long number;
    public double real;
    public @Nullable String text = "";
    public Mode mode = Mode.NONE;
    public long[] list = {};
    public @Nullable Thing target;
    public @Nullable Thing other;
    public @Nullable QomObject anything;
    public Runnable onUnparent = () -> {};
    public Runnable onComplete = () -> {};
    public boolean isInUse;

    /** Starts a type of things; its parent is {@code object}. */
    public static TypeInfo.Builder<Thing> type(String name) {
        return TypeInfo.of(name, Thing.class).factory(Thing::new);
    }

    /** Starts a type of things that users can make. */
    public static TypeInfo.Builder<Thing> userType(String name) {
        return type(name).interfaces(UserCreatable.TYPE_NAME);
    }

    /** Makes a thing of a type that is registered. */
    public static Thing make(Qom qom, String type) {
        return qom.newObject(type, Thing.class);
    }

    @Override
    protected void onUnparent() {
        onUnparent.run();
    }

    @Override
    public void complete() {
        onComplete.run();
    }

    @Override
    public boolean canBeDeleted() {
        return !isInUse;
    }
}
