// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import org.jspecify.annotations.Nullable;

/**
 * A registered type and, once somebody has asked for it, its class.
 *
 * <p>Thread-safe: the classes are written once, under the runtime's writer lock, and read without it.
 */
final class TypeEntry {
    final TypeInfo info;

    /** The finished class; seen by everybody. */
    volatile @Nullable ObjectClass objectClass;

    volatile @Nullable InterfaceClass interfaceClass;

    /** The class while its hooks run; seen only under the writer lock. */
    @Nullable QomClass underConstruction;

    /** Whether the class is being made; guarded by the writer lock. */
    boolean isBeingMade;

    /** Whether the class that is being made has got as far as its interfaces; guarded by the writer lock. */
    boolean hasParent;

    TypeEntry(TypeInfo info) {
        this.info = info;
    }
}
