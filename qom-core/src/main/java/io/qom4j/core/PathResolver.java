// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects by path.
 *
 * <p>A path that begins with {@code /} runs from the root. Any other is partial: it is tried from every object of the tree
 * and must lead somewhere from exactly one. Empty parts count for nothing; there is no {@code .} or {@code ..}. Each part is
 * a child, a link or an alias, or another property that resolves to an object.
 *
 * <p>An absolute path is looked for in the {@link PathIndex} and walked only if it is not there. A partial path is found
 * through the {@link NameIndex}: the part with the fewest objects of that name gives the candidates, and each is checked
 * upwards and downwards. Only where a part is also the name of a link are the starting points themselves tried. Takes no lock.
 * QEMU: qom/object.c, object_resolve_path_type, object_resolve_partial_path.
 */
final class PathResolver {
    private final QomObject root;
    private final NameIndex names;
    private final PathIndex paths;

    PathResolver(QomObject root, NameIndex names, PathIndex paths) {
        this.root = root;
        this.names = names;
        this.paths = paths;
    }

    /** Follows a path from an object, whether or not it begins with a slash. */
    static @Nullable QomObject walk(QomObject from, String path) {
        QomObject at = from;
        int length = path.length();
        int start = 0;
        while (start < length) {
            int hash = 0;
            int end = start;
            for (char c; end < length && (c = path.charAt(end)) != '/'; end++) {
                hash = 31 * hash + c;
            }
            if (end > start) {
                at = at.step(path, start, end, hash);
                if (at == null) {
                    return null;
                }
            }
            start = end + 1;
        }
        return at;
    }

    @Nullable QomObject absolute(String path, @Nullable String type) {
        QomObject listed = paths.find(path);
        QomObject found = listed != null ? listed : walk(root, path);
        return found == null || isA(found, type) ? found : null;
    }

    PathMatch match(String path, @Nullable String type) {
        if (path.startsWith("/")) {
            QomObject only = absolute(path, type);
            return only == null ? new PathMatch.NotFound() : new PathMatch.Found(only);
        }
        List<QomObject> found = partial(path, type, 2);
        return switch (found.size()) {
            case 0 -> new PathMatch.NotFound();
            case 1 -> new PathMatch.Found(found.getFirst());
            default -> new PathMatch.Ambiguous(found);
        };
    }

    /** Returns what a partial path leads to, one object for each starting point, but not more than {@code most}. */
    List<QomObject> partial(String path, @Nullable String type, int most) {
        Finds finds = new Finds(type, most);
        List<String> parts = parts(path);
        if (parts.isEmpty()) {
            Subtree.anyMatch(root, finds::offer);
        } else if (parts.stream().anyMatch(names::isLinkName)) {
            collectFromStarts(parts, path, finds);
        } else {
            collectByName(parts, finds);
        }
        return finds.objects;
    }

    /** What a search has found so far. */
    private static final class Finds {
        private final List<QomObject> objects = new ArrayList<>(2);
        private final @Nullable String type;
        private final int most;

        Finds(@Nullable String type, int most) {
            this.type = type;
            this.most = most;
        }

        /** Takes an object that the path leads to, if it is of the type; returns true once there are enough. */
        boolean offer(@Nullable QomObject object) {
            if (object != null && isA(object, type)) {
                objects.add(object);
            }
            return objects.size() >= most;
        }
    }

    private static boolean isA(QomObject object, @Nullable String type) {
        return type == null || object.isA(type);
    }

    static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end; start < path.length(); start = end + 1) {
            end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            if (end > start) {
                parts.add(path.substring(start, end));
            }
        }
        return parts;
    }

    private void collectByName(List<String> parts, Finds finds) {
        int rarest = 0;
        Collection<QomObject> candidates = names.named(parts.getFirst());
        for (int i = 1; i < parts.size() && candidates.size() > 1; i++) {
            Collection<QomObject> others = names.named(parts.get(i));
            if (others.size() < candidates.size()) {
                rarest = i;
                candidates = others;
            }
        }
        for (QomObject candidate : candidates) {
            if (matchesUpwards(candidate, parts, rarest) && finds.offer(downwards(candidate, parts, rarest))) {
                return;
            }
        }
    }

    private static boolean matchesUpwards(QomObject candidate, List<String> parts, int at) {
        QomObject each = candidate;
        for (int i = at; i >= 0; i--) {
            if (each == null || !parts.get(i).equals(each.name())) {
                return false;
            }
            each = each.parent();
        }
        return each != null;
    }

    private static @Nullable QomObject downwards(QomObject candidate, List<String> parts, int at) {
        QomObject each = candidate;
        for (int i = at + 1; i < parts.size() && each != null; i++) {
            each = each.child(parts.get(i));
        }
        return each;
    }

    private void collectFromStarts(List<String> parts, String path, Finds finds) {
        String first = parts.getFirst();
        for (QomObject child : names.named(first)) {
            QomObject start = child.parent();
            if (start != null && finds.offer(walk(start, path))) {
                return;
            }
        }
        for (QomObject start : names.linking(first)) {
            if (finds.offer(walk(start, path))) {
                return;
            }
        }
    }
}
