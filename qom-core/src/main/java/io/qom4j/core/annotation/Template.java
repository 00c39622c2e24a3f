// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of this package that is defined anew, hidden, for each pair of handles that it calls.
 *
 * <p>A handle in a static final field of its own class is a constant to the compiler, which then inlines the access behind it:
 * such an accessor is as fast as a lambda, and it reaches private members by the handle's rights. One class shared by all
 * accessors, with the handles in instance fields, would take a call through each handle.
 */
enum Template {
    /** Makes a {@link BoolAccess}. */
    BOOL(BoolAccess.Calls.class),
    /** Makes a {@link LongAccess}. */
    LONG(LongAccess.Calls.class),
    /** Makes a {@link DoubleAccess}. */
    DOUBLE(DoubleAccess.Calls.class),
    /** Makes a {@link ReferenceAccess}. */
    REFERENCE(ReferenceAccess.Calls.class),
    /** Makes a {@link LifeAccess}. */
    LIFE(LifeAccess.Calls.class);

    private static final Lookup LOOKUP = MethodHandles.lookup();

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final byte[] classFile;

    Template(Class<?> template) {
        String name = template.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = template.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        file + " is missing beside the other classes of " + template.getPackageName());
            }
            classFile = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * Returns an instance of a new copy of the template.
     *
     * @param wanted the template's interface
     * @param first what {@link #handle} gives the copy for 0, of exactly the type that it calls
     * @param second what it gives for 1; null where that is never called
     */
    <A> A bind(Class<A> wanted, MethodHandle first, @Nullable MethodHandle second) {
        try {
            Lookup copy = LOOKUP.defineHiddenClassWithClassData(
                    classFile, List.of(first, second == null ? first : second), false);
            return wanted.cast(copy.lookupClass().getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessor class " + this + " cannot be copied", e);
        }
    }

    /** Returns a handle that a copy was bound to; called by the copy. */
    static MethodHandle handle(Lookup copy, int index) {
        try {
            return MethodHandles.classDataAt(copy, "_", MethodHandle.class, index);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(copy + " is no copy of a template", e);
        }
    }

    /** Returns what to throw for what a handle threw: annotated members declare no checked exceptions. */
    static RuntimeException unchecked(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(thrown);
        };
    }
}
