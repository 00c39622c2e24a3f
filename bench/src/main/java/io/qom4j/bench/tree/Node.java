// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.tree;

import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;

/** An object of the tree that has no fields of its own. */
final class Node extends QomObject {
    static final TypeInfo TYPE_INFO =
            TypeInfo.of("node", Node.class).factory(Node::new).build();
}
