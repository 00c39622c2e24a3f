// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;

/** Makes trees of the object model. */
final class QomForest {
    private QomForest() {}

    /** Returns a runtime whose tree has a shape. */
    static Qom of(Shape shape) {
        Qom qom = Qom.builder().build();
        qom.types().register(Node.TYPE_INFO);
        qom.exclusively(() -> grow(qom.root(), shape, 3));
        return qom;
    }

    /** Gives an object children, their children, and so on. */
    static void grow(QomObject parent, Shape shape, int depth) {
        for (int i = 0; i < shape.fan(); i++) {
            QomObject child = add(parent, shape.name(i));
            if (depth > 1) {
                grow(child, shape, depth - 1);
            }
        }
    }

    /** Adds a new node. */
    static QomObject add(QomObject parent, String name) {
        QomObject child = parent.qom().newObject("node");
        parent.addChild(name, child);
        child.unref();
        return child;
    }
}
