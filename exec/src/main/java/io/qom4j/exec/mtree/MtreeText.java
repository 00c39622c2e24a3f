// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.core.QomObject;
import io.qom4j.exec.region.MemoryRegion;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The parts of a line about a region. Stateless. */
final class MtreeText {
    private static final HexFormat HEX = HexFormat.of();
    private static final String PERIPHERALS = "/machine/peripheral";

    private MtreeText() {}

    /** Appends both ends of a range. */
    static void range(StringBuilder text, long first, long last) {
        number(text, first);
        text.append('-');
        number(text, last);
    }

    /** Appends a number in sixteen digits. */
    static void number(StringBuilder text, long number) {
        text.append(HEX.toHexDigits(number));
    }

    /** Appends the priority and the kind of memory. */
    static void kind(StringBuilder text, int priority, boolean isNonvolatile, String typeWord) {
        text.append(" (prio ").append(priority).append(", ");
        text.append(isNonvolatile ? "nv-" : "").append(typeWord).append("): ");
    }

    /** Appends to whom a region belongs, and whose child it is if that is somebody else. QEMU: mtree_print_mr_owner. */
    static void owner(StringBuilder text, MemoryRegion region) {
        QomObject owner = region.owner();
        QomObject parent = region.parent();
        if (owner == null && parent == null) {
            text.append(" orphan");
            return;
        }
        object(text, "owner", owner);
        object(text, "parent", parent == owner ? null : parent);
    }

    private static void object(StringBuilder text, String label, @Nullable QomObject object) {
        if (object == null) {
            return;
        }
        boolean isDevice = object.isA("device");
        text.append(' ').append(label).append(isDevice ? ":{dev" : ":{obj");
        String path = object.canonicalPath();
        QomObject parent = object.parent();
        if (isDevice && parent != null && PERIPHERALS.equals(parent.canonicalPath())) {
            // Devices that a user made have an id, under which they stand here.
            text.append(" id=").append(object.name());
        } else if (path != null) {
            text.append(" path=").append(path);
        } else {
            text.append(" type=").append(object.typeName());
        }
        text.append('}');
    }
}
