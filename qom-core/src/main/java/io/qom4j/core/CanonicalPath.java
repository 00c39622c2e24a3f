// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import org.jspecify.annotations.Nullable;

/**
 * The path of an object from its runtime's root, put together from the names on the way.
 *
 * <p>QEMU: qom/object.c, object_get_canonical_path.
 */
final class CanonicalPath {
    private CanonicalPath() {}

    static @Nullable String of(QomObject object) {
        QomObject root = object.qom().root();
        if (object == root) {
            return "/";
        }
        int length = 0;
        for (QomObject each = object; each != root; ) {
            String name = each.name();
            QomObject parent = each.parent();
            if (name == null || parent == null) {
                return null;
            }
            length += name.length() + 1;
            each = parent;
        }
        char[] path = new char[length];
        int end = length;
        for (QomObject each = object; each != root; ) {
            String name = each.name();
            QomObject parent = each.parent();
            if (name == null || parent == null || end <= name.length()) {
                return object.parent() == null ? null : of(object);
            }
            end -= name.length();
            name.getChars(0, name.length(), path, end);
            path[--end] = '/';
            each = parent;
        }
        return new String(path, end, length - end);
    }
}
