// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import io.qom4j.core.property.Property;

/**
 * The end of an object whose last reference was dropped.
 *
 * <p>First its children and own properties go, the one added last first, so that a part never outlives what it was built on;
 * then the links of its class are let go; then the instance_finalize hooks run, its own type's first. Every step is tried,
 * whatever happens to the others. Nothing can be added to the object meanwhile, and nobody can take a reference again.
 *
 * <p>Thread-safe: it has no state. QEMU: qom/object.c, object_finalize, object_property_del_all, object_deinit.
 */
final class Finalization {
    private Finalization() {}

    static void run(QomObject object, Failures failures) {
        ObjectClass objectClass = object.objectClass();
        Property[] links = objectClass.table().links();
        if (object.members() != null || links.length > 0 || objectClass.hooks().hasFinalizers()) {
            object.qom().exclusively(() -> {
                Members members = object.members();
                if (members != null) {
                    members.drain(entry -> failures.attempt(() -> remove(object, entry)));
                }
                for (Property link : links) {
                    failures.attempt(() -> link.release(object));
                }
                objectClass.hooks().runFinalizers(object, failures);
            });
        }
    }

    private static void remove(QomObject object, Object entry) {
        if (entry instanceof QomObject child) {
            object.qom().tree().remove(child);
        } else {
            object.qom().tree().remove(object, (Property) entry);
        }
    }
}
