// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/**
 * The capability of being made by users, from JSON or a command line, under {@code /objects}.
 *
 * <p>Implemented by the Java class; the type lists the interface {@link #TYPE_NAME}. Called under the runtime's writer lock.
 * QEMU: qom/object_interfaces.c.
 *
 * <p>Thread-safety is up to the implementer; the runtime calls it with the writer lock held, so one call at a time.
 */
public interface UserCreatable {
    /** The name of the interface type. */
    String TYPE_NAME = "user-creatable";

    /** The interface type. */
    TypeInfo TYPE_INFO = TypeInfo.ofInterface(TYPE_NAME)
            .description("Objects that users can make")
            .build();

    /**
     * Makes the object ready for use, after all its properties are set and it is in the tree.
     *
     * @throws io.qom4j.core.error.QomException if it cannot be made ready; the object is then removed as if it had never been
     */
    default void complete() {}

    /**
     * Undoes what {@link #complete} did outside the runtime, because something that was to be made together with this object
     * failed: files that were created, bytes that were appended.
     *
     * <p>Called once, before the object leaves the tree and ends; an ordinary deletion does not call it.
     */
    default void takeBack() {}

    /** Tells whether leaving the tree destroys something that putting the object back would not restore. */
    default boolean isDeletionFinal() {
        return false;
    }

    /** Tells whether the object may be deleted now; false while something uses it. */
    default boolean canBeDeleted() {
        return true;
    }
}
