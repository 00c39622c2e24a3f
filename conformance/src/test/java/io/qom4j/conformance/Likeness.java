// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is what was recorded.
 *
 * <p>{@code {"$any": KIND}}, {@code {"$regex": PATTERN}} and {@code {"$superset": [...]}} in a recording stand for many values. An
 * integer is never like a floating number. Stateless.
 */
final class Likeness {
    private static final String ANY = "$any";
    private static final String REGEX = "$regex";
    private static final String SUPERSET = "$superset";
    private static final Set<String> WILDCARDS = Set.of(ANY, REGEX, SUPERSET);

    private Likeness() {}

    static boolean holds(@Nullable Object recorded, @Nullable Object actual) {
        return switch (recorded) {
            case Map<?, ?> map -> isWildcard(map) ? isCovered(map, actual) : isLikeObject(map, actual);
            case List<?> list -> actual instanceof List<?> other && areLike(list, other);
            case null -> actual == null;
            default -> recorded.equals(actual);
        };
    }

    private static boolean isCovered(Map<?, ?> wildcard, @Nullable Object actual) {
        if (wildcard.get(ANY) instanceof String kind) {
            return isOfKind(kind, actual);
        }
        if (wildcard.get(REGEX) instanceof String pattern) {
            return actual instanceof String text && Pattern.matches(pattern, text);
        }
        return wildcard.get(SUPERSET) instanceof List<?> members
                && actual instanceof List<?> list
                && members.stream().allMatch(each -> list.stream().anyMatch(other -> holds(each, other)));
    }

    private static boolean isWildcard(Map<?, ?> recorded) {
        return recorded.size() == 1 && WILDCARDS.containsAll(recorded.keySet());
    }

    private static boolean isLikeObject(Map<?, ?> recorded, @Nullable Object actual) {
        return actual instanceof Map<?, ?> other && haveLikeMembers(recorded, other);
    }

    private static boolean haveLikeMembers(Map<?, ?> recorded, Map<?, ?> actual) {
        return recorded.keySet().equals(actual.keySet())
                && recorded.keySet().stream().allMatch(key -> holds(recorded.get(key), actual.get(key)));
    }

    private static boolean areLike(List<?> recorded, List<?> actual) {
        if (recorded.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < recorded.size(); i++) {
            if (!holds(recorded.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfKind(String kind, @Nullable Object actual) {
        return switch (kind) {
            case "int" -> actual instanceof Long;
            case "string" -> actual instanceof String;
            case "list" -> actual instanceof List;
            case "object" -> actual instanceof Map;
            case "any" -> true;
            default -> throw new IllegalArgumentException("a recording names the kind '" + kind + "'");
        };
    }
}
