// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import org.jspecify.annotations.Nullable;

/**
 * The path of an object from its runtime's root, put together from the names on the way.
 *
 * <p>Thread-safe: beside a writer each step of the path is one that is, or was a moment ago; an object that moves is tried again.
 * QEMU: qom/object.c, object_get_canonical_path.
 */
final class CanonicalPath {
    private CanonicalPath() {}

    static @Nullable String of(QomObject object) {
        QomObject root = object.qom().root();
        if (object == root) {
            return "/";
        }
        while (true) {
            int length = lengthOf(object, root);
            if (length < 0) {
                return null;
            }
            char[] path = new char[length];
            if (fill(path, object, root)) {
                return new String(path);
            }
        }
    }

    /** Returns the length of the path, or -1 if an object on the way has no parent. */
    private static int lengthOf(QomObject object, QomObject root) {
        int length = 0;
        for (QomObject each = object; each != root; ) {
            String name = each.name();
            QomObject parent = each.parent();
            if (name == null || parent == null) {
                return -1;
            }
            length += name.length() + 1;
            each = parent;
        }
        return length;
    }

    /** Writes the path, from its end; returns false if something on the way has moved. */
    private static boolean fill(char[] path, QomObject object, QomObject root) {
        int end = path.length;
        for (QomObject each = object; each != root; ) {
            QomObject parent = each.parent();
            String name = parent == null ? null : each.nameUnder(parent);
            if (name == null || parent == null || end <= name.length()) {
                return false;
            }
            end -= name.length();
            name.getChars(0, name.length(), path, end);
            path[--end] = '/';
            each = parent;
        }
        return end == 0;
    }
}
