// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.QomObject;
import io.qom4j.core.json.SourcePosition;
import io.qom4j.core.property.LinkProperty;
import io.qom4j.core.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * A link that a document gives: from which object's property, and where it leads once that is found out.
 *
 * <p>Confined to one thread.
 */
final class LinkUse {
    private final ObjectPlan owner;
    private final int index;
    private final Source source;
    private final int node;
    private @Nullable ObjectPlan target;
    private @Nullable String path;
    private boolean isWhole;

    /**
     * Makes a use.
     *
     * @param index the value's index in the owner's plan
     * @param node the link's text, which is the value or one of its elements
     */
    LinkUse(ObjectPlan owner, int index, Source source, int node) {
        this.owner = owner;
        this.index = index;
        this.source = source;
        this.node = node;
    }

    ObjectPlan owner() {
        return owner;
    }

    int index() {
        return index;
    }

    Property property() {
        return owner.property(index);
    }

    Source source() {
        return source;
    }

    int node() {
        return node;
    }

    SourcePosition position() {
        return source.position(node);
    }

    /** Returns the object of the same load that the link leads to or through, or null. */
    @Nullable ObjectPlan target() {
        return target;
    }

    /** Returns the absolute path that the text stands for, or null if it is to be taken as it is. */
    @Nullable String path() {
        return path;
    }

    /**
     * Returns the object that the link leads to, or null if it is not made yet or the link leads on through it, to what it
     * makes itself.
     */
    @Nullable QomObject targetObject() {
        return isWhole && target != null ? target.object() : null;
    }

    /**
     * Says where the link leads.
     *
     * @param newTarget the object
     * @param rest the rest of the path from there; empty if the link leads to that object
     */
    void leadsTo(ObjectPlan newTarget, String rest) {
        target = newTarget;
        path = newTarget.path() + rest;
        isWhole = rest.isEmpty();
    }

    /** Tells whether the link keeps its target alive. */
    boolean isStrong() {
        return ClassFacts.present(property()) instanceof LinkProperty<?> link && link.isStrong();
    }

    /** Tells whether the target is owned by the owner, so that it is made after it. */
    boolean leadsDown() {
        return target != null && owner.isAncestorOf(target);
    }

    /** Tells whether the target owns the owner, so that it is there when the link is set. */
    boolean leadsUp() {
        return target != null && target.isAncestorOf(owner);
    }
}
