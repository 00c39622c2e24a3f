// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object as plain data. */
final class Node {
    /** A child, or an own property, at its place among the other members. */
    record Member(String name, @Nullable Node child) {}

    final String type;
    final List<Member> members = new ArrayList<>();
    int held = 1;
    boolean ended;
    long size;

    @Nullable Node parent;

    @Nullable Node strong;

    @Nullable Node weak;

    Node(String type) {
        this.type = type;
    }

    /** Returns the target of the weak link, which ends with the target. */
    @Nullable Node weak() {
        return weak == null || weak.ended ? null : weak;
    }

    List<Node> children() {
        List<Node> children = new ArrayList<>();
        for (Member member : members) {
            if (member.child() != null) {
                children.add(member.child());
            }
        }
        return children;
    }

    @Nullable Member member(String name) {
        for (Member member : members) {
            if (member.name().equals(name)) {
                return member;
            }
        }
        return null;
    }

    /** Returns the name under which the parent has this node. */
    @Nullable String name() {
        if (parent != null) {
            for (Member member : parent.members) {
                if (member.child() == this) {
                    return member.name();
                }
            }
        }
        return null;
    }
}
