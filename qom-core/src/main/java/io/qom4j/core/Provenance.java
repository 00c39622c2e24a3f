// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.AliasProperty;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import io.qom4j.core.property.Property;
import io.qom4j.core.property.RenamedProperty;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of an object that knows who gave each of its properties its value.
 *
 * <p>Most objects get all their values from one giver: a program, a file, a client. The first is kept in a field, beside a bit
 * for each of the first 31 properties that says whether its value is of that giver, and one bit more that says whether the
 * giver is Java code; so that a set which changes nothing here, which is nearly every set, writes nothing, and one by Java code
 * reads the bits alone. What somebody else gave is in an array, made when it is needed, at the property's slot; it counts where
 * the bit is not set. Where there is neither, the value is the declared default, if it still is what the property holds, or
 * else what the object gave itself.
 *
 * <p>Thread-safe: setting one property never loses what is known of another. It is a part of {@link QomObject} by inheritance
 * and not an object of its own because there may be millions.
 */
abstract sealed class Provenance permits PropertyAccess {
    /** Properties from this slot on have no bit. */
    private static final int MOST_BITS = Integer.SIZE - 1;

    /** The bit that says that the giver is Java code. */
    private static final int BY_JAVA = 1 << MOST_BITS;

    private static final VarHandle GIVER;
    private static final VarHandle GIVEN;
    private static final VarHandle OTHERS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            GIVER = lookup.findVarHandle(Provenance.class, "giver", Origin.class);
            GIVEN = lookup.findVarHandle(Provenance.class, "given", int.class);
            OTHERS = lookup.findVarHandle(Provenance.class, "others", Origin[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The first who set a property; never changes once it is known. */
    private @Nullable Origin giver;

    /** Which properties have their value of the giver: bit n is for slot n; and {@link #BY_JAVA}. */
    private int given;

    private Origin @Nullable [] others;

    /** Tells whether it is known already that the property at a slot has its value from this origin, without a bit of doubt. */
    final boolean knows(int slot, Origin origin) {
        if (slot < 0 || slot >= MOST_BITS) {
            return false;
        }
        if (origin == Origins.API) {
            int expected = BY_JAVA | 1 << slot;
            return (given & expected) == expected;
        }
        return giver == origin && (given >>> slot & 1) != 0;
    }

    /** Remembers who set the property at a slot; -1 is none. */
    final void remember(int slot, Origin origin) {
        if (slot < 0) {
            return;
        }
        if (slot >= MOST_BITS) {
            rememberOther(slot, origin);
            return;
        }
        if (isGiver(origin)) {
            GIVEN.getAndBitwiseOr(this, 1 << slot | markOf(origin));
        } else {
            rememberOther(slot, origin);
            if ((given >>> slot & 1) != 0) {
                GIVEN.getAndBitwiseAnd(this, ~(1 << slot));
            }
        }
    }

    /**
     * Remembers who is about to set several properties of a new object, unless there is a giver; else each is remembered when
     * it is set. No other thread may set anything yet.
     */
    final void rememberAll(Origin origin, int slots) {
        if (giver == null) {
            giver = origin;
            GIVEN.setRelease(this, markOf(origin) | (slots & ~BY_JAVA));
        }
    }

    private static int markOf(Origin giver) {
        return giver == Origins.API ? BY_JAVA : 0;
    }

    /** Tells whether an origin is the giver; it becomes that if nobody is yet. */
    private boolean isGiver(Origin origin) {
        Origin first = (Origin) GIVER.getAcquire(this);
        return first == null ? GIVER.compareAndSet(this, null, origin) || giver == origin : first == origin;
    }

    private void rememberOther(int slot, Origin origin) {
        Origin[] slots = others;
        if (slots == null || slot >= slots.length) {
            slots = othersWith(slot);
        }
        if (slots[slot] != origin) {
            slots[slot] = origin;
        }
    }

    private Origin[] othersWith(int slot) {
        while (true) {
            Origin[] there = (Origin[]) OTHERS.getAcquire(this);
            if (there != null && slot < there.length) {
                return there;
            }
            int least = Math.max(slot + 1, usualSlots());
            Origin[] grown = there == null
                    ? new Origin[least]
                    : Arrays.copyOf(there, Math.max(least, there.length + there.length / 2));
            if (OTHERS.compareAndSet(this, there, grown)) {
                return grown;
            }
        }
    }

    /** Returns how many slots there are at the least. */
    abstract int usualSlots();

    /** Forgets who set a property that is removed; the runtime's writer lock is held. */
    final void forgetOrigin(int slot) {
        Origin[] slots = others;
        if (slots != null && slot < slots.length) {
            slots[slot] = Origins.UNSET;
        }
        if (slot < MOST_BITS) {
            GIVEN.getAndBitwiseAnd(this, ~(1 << slot));
        }
    }

    private @Nullable Origin remembered(int slot) {
        if (slot < 0) {
            return null;
        }
        if (slot < MOST_BITS && ((int) GIVEN.getAcquire(this) >>> slot & 1) != 0) {
            return giver;
        }
        Origin[] slots = others;
        return slots == null || slot >= slots.length ? null : slots[slot];
    }

    /** Returns who gave a property of an object its value. */
    static Origin of(QomObject object, Property property) {
        if (property instanceof RenamedProperty renamed) {
            return object.origin(renamed.present());
        }
        if (property instanceof AliasProperty alias) {
            return alias.targetObject().origin(alias.target());
        }
        Origin origin = ((Provenance) object).remembered(property.slot());
        if (origin != null) {
            return origin;
        }
        String declaredBy = property.declaredBy();
        if (property.defaultValue() == null || declaredBy == null) {
            return Origins.UNSET;
        }
        return property.holdsDefault(object)
                ? new Origin.Default(typeThatGaveDefault(object.objectClass(), property))
                : Origins.OBJECT;
    }

    /** Returns the name of the type that declared the property or was the last to give it another default. */
    private static String typeThatGaveDefault(ObjectClass objectClass, Property property) {
        ObjectClass giver = objectClass;
        ObjectClass parent = giver.parent();
        while (parent != null && parent.findProperty(property.name()) == property) {
            giver = parent;
            parent = giver.parent();
        }
        return giver.name();
    }
}
