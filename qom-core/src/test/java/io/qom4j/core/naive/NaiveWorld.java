// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of trees, references and links, each written down in the plainest way. */
final class NaiveWorld {
    static final List<String> CLASS_PROPERTIES = List.of("type", "size", "strong", "weak");

    /** The most that fits into the property {@code size}. */
    static final long MOST = 100;

    final Node root = new Node("container");
    final List<Node> nodes = new ArrayList<>(List.of(root));

    Node make(String type) {
        Node made = new Node(type);
        nodes.add(made);
        return made;
    }

    /** Returns the name under which the child was added, or null if that is refused. */
    @Nullable String add(Node parent, String wanted, Node child) {
        if (child.ended || parent.ended || child.parent != null || child == root || keepsAlive(child, parent)) {
            return null;
        }
        String name = wanted.contains("/") || wanted.isEmpty() ? null : free(parent, wanted);
        if (name != null) {
            parent.members.add(new Node.Member(name, child));
            child.parent = parent;
        }
        return name;
    }

    /** Returns the name of the new property, or null if it is refused. */
    @Nullable String addProperty(Node node, String wanted) {
        String name = node.ended ? null : free(node, wanted);
        if (name != null) {
            node.members.add(new Node.Member(name, null));
        }
        return name;
    }

    /** Returns false if that is refused. */
    boolean removeMember(Node node, String name) {
        Node.Member member = node.member(name);
        if (member == null) {
            return false;
        }
        if (member.child() != null) {
            unparent(member.child());
        } else {
            node.members.remove(member);
        }
        return true;
    }

    private @Nullable String free(Node node, String wanted) {
        if (!wanted.endsWith("[*]")) {
            return isTaken(node, wanted) ? null : wanted;
        }
        int number = 0;
        String stem = wanted.substring(0, wanted.length() - 3);
        while (isTaken(node, stem + "[" + number + "]")) {
            number++;
        }
        return stem + "[" + number + "]";
    }

    private boolean isTaken(Node node, String name) {
        return node.member(name) != null || name.equals("type") || (node != root && CLASS_PROPERTIES.contains(name));
    }

    void unparent(Node node) {
        Node parent = node.parent;
        if (parent != null) {
            parent.members.removeIf(member -> member.child() == node);
            node.parent = null;
            endUnreferenced();
        }
    }

    void unref(Node node) {
        node.held--;
        endUnreferenced();
    }

    /** Returns false if that is refused. */
    boolean setStrong(Node node, @Nullable Node target) {
        if (target != null && (node.ended || target.ended || keepsAlive(target, node))) {
            return false;
        }
        node.strong = target;
        endUnreferenced();
        return true;
    }

    /** Returns false if that is refused. */
    boolean setWeak(Node node, @Nullable Node target) {
        if (target != null && (node.ended || target.ended)) {
            return false;
        }
        node.weak = target;
        return true;
    }

    /** Returns false if that is refused. */
    boolean setSize(Node node, long value) {
        if (value < 0 || value > MOST) {
            return false;
        }
        node.size = value;
        return true;
    }

    private void endUnreferenced() {
        for (Node node : nodes) {
            if (!node.ended && references(node) == 0) {
                node.ended = true;
                node.strong = null;
                node.children().forEach(child -> child.parent = null);
                node.members.clear();
                endUnreferenced();
                return;
            }
        }
    }

    int references(Node node) {
        int count = node.held + (node.parent == null ? 0 : 1);
        for (Node each : nodes) {
            if (each.strong == node) {
                count++;
            }
        }
        return count;
    }

    /** Tells whether a node is another, owns it, or holds it by a strong link, directly or not. */
    private static boolean keepsAlive(Node holder, Node held) {
        Set<Node> reached = new LinkedHashSet<>(Set.of(holder));
        for (boolean grows = true; grows; ) {
            Set<Node> more = new LinkedHashSet<>();
            for (Node each : reached) {
                more.addAll(each.children());
                if (each.strong != null) {
                    more.add(each.strong);
                }
            }
            grows = reached.addAll(more);
        }
        return reached.contains(held);
    }

    boolean isInTree(Node node) {
        return node == root || (node.parent != null && isInTree(node.parent));
    }

    @Nullable String path(Node node) {
        if (!isInTree(node)) {
            return null;
        }
        String path = "";
        for (Node each = node; each.parent != null; each = each.parent) {
            path = "/" + each.name() + path;
        }
        return path.isEmpty() ? "/" : path;
    }

    /** Returns what a path leads to, once for each starting point. */
    List<Node> resolve(String path, @Nullable String type) {
        List<Node> found = new ArrayList<>();
        for (Node start : path.startsWith("/") ? List.of(root) : inTree()) {
            Node end = walk(start, path);
            if (end != null && (type == null || isA(end, type))) {
                found.add(end);
            }
        }
        return found;
    }

    private List<Node> inTree() {
        return nodes.stream().filter(this::isInTree).toList();
    }

    private @Nullable Node walk(Node start, String path) {
        Node at = start;
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                at = step(at, part);
                if (at == null) {
                    return null;
                }
            }
        }
        return at;
    }

    private @Nullable Node step(Node at, String part) {
        Node.Member member = at.member(part);
        if (member != null) {
            return member.child();
        }
        return part.equals("strong") ? at.strong : part.equals("weak") ? at.weak() : null;
    }

    static boolean isA(Node node, String type) {
        return type.equals("object") || node.type.equals(type) || (type.equals("base") && node.type.equals("special"));
    }
}
